package cn.jiping.institution;

import cn.jiping.policy.Answer;
import cn.jiping.policy.DecisionTopic;
import cn.jiping.policy.Default;
import cn.jiping.policy.Jurisdiction;
import cn.jiping.policy.LawBook;
import cn.jiping.policy.Terms;
import cn.jiping.shared.BodyType;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** 考培是否分离. */
@Component
class TrainingSeparationTopic implements DecisionTopic<TrainingSeparationTopic.Facts> {

    /** 考培分离的事实. */
    record Facts(
            @Default("33") Jurisdiction jurisdiction,
            LocalDate on,
            BodyType bodyType,
            boolean trainedHere,
            boolean exceptionGranted,
            boolean trainerAssesses,
            boolean trainingForced) {

        SeparationRule.Training training() {
            return new SeparationRule.Training(
                    trainedHere, exceptionGranted, trainerAssesses, trainingForced);
        }
    }

    @Override
    public String name() {
        return "training-separation";
    }

    @Override
    public Class<Facts> facts() {
        return Facts.class;
    }

    @Override
    public Set<Class<? extends Terms>> pages() {
        return Set.of(SeparationTerms.class);
    }

    @Override
    public Map<String, String> example() {
        return Map.of(
                "jurisdiction", "33",
                "on", "2024-01-10",
                "bodyType", "SOCIAL",
                "trainedHere", "true",
                "exceptionGranted", "false",
                "trainerAssesses", "false",
                "trainingForced", "false");
    }

    @Override
    public Answer decide(Facts facts, LawBook book) {
        var law = book.in(facts.jurisdiction(), facts.on()).require(SeparationTerms.class);
        var ruling = new SeparationRule(law).judge(facts.bodyType(), facts.training());
        return Answer.of(ruling, facts.on());
    }
}
