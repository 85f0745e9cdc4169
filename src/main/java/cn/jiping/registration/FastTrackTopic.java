package cn.jiping.registration;

import cn.jiping.policy.Answer;
import cn.jiping.policy.DecisionTopic;
import cn.jiping.policy.Default;
import cn.jiping.policy.Jurisdiction;
import cn.jiping.policy.LawBook;
import cn.jiping.policy.Terms;
import cn.jiping.shared.BodyType;
import cn.jiping.shared.Ruling;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** 能否破格晋升. */
@Component
class FastTrackTopic implements DecisionTopic<FastTrackTopic.Facts> {

    /** 破格的事实: who evaluates, and the merit claimed. */
    record Facts(
            @Default("33") Jurisdiction jurisdiction,
            LocalDate on,
            BodyType bodyType,
            FastTrackTerms.Merit merit) {}

    @Override
    public String name() {
        return "fast-track";
    }

    @Override
    public Class<Facts> facts() {
        return Facts.class;
    }

    @Override
    public Set<Class<? extends Terms>> pages() {
        return Set.of(FastTrackTerms.class);
    }

    @Override
    public Map<String, String> example() {
        return Map.of(
                "jurisdiction", "33",
                "on", "2024-01-10",
                "bodyType", "EMPLOYER",
                "merit", "COMPETITION_PLACE");
    }

    @Override
    public Answer decide(Facts facts, LawBook book) {
        var law = book.in(facts.jurisdiction(), facts.on()).require(FastTrackTerms.class);
        var rule = new FastTrackRule(law);
        var ruling = rule.judge(facts.bodyType(), facts.merit());
        return Answer.of(ruling, facts.on())
                .with("waives", ruling instanceof Ruling.Met ? rule.waives() : null);
    }
}
