package cn.jiping.expert;

import cn.jiping.policy.Answer;
import cn.jiping.policy.DecisionTopic;
import cn.jiping.policy.Default;
import cn.jiping.policy.Jurisdiction;
import cn.jiping.policy.LawBook;
import cn.jiping.policy.Terms;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** 考评员可以这样派吗. */
@Component
class AssessorSourceTopic implements DecisionTopic<AssessorSourceTopic.Facts> {

    /** 考评员来源的事实: how they were found, and whether there was need. */
    record Facts(
            @Default("33") Jurisdiction jurisdiction,
            LocalDate on,
            AssessorOrigin source,
            boolean newOccupation,
            boolean poolShort) {}

    @Override
    public String name() {
        return "assessor-source";
    }

    @Override
    public Class<Facts> facts() {
        return Facts.class;
    }

    @Override
    public Set<Class<? extends Terms>> pages() {
        return Set.of(AssessorTerms.class);
    }

    @Override
    public Map<String, String> example() {
        return Map.of(
                "jurisdiction", "33",
                "on", "2024-01-10",
                "source", "EMERGENCY_IN_HOUSE",
                "newOccupation", "true",
                "poolShort", "false");
    }

    @Override
    public Answer decide(Facts facts, LawBook book) {
        var law = book.in(facts.jurisdiction(), facts.on()).require(AssessorTerms.class);
        var rule = new AssessorRule(law);
        return Answer.of(
                rule.judge(facts.source(), facts.newOccupation(), facts.poolShort()), facts.on());
    }
}
