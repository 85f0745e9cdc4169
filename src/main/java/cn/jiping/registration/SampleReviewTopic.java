package cn.jiping.registration;

import cn.jiping.policy.Answer;
import cn.jiping.policy.DecisionTopic;
import cn.jiping.policy.Default;
import cn.jiping.policy.Jurisdiction;
import cn.jiping.policy.LawBook;
import cn.jiping.policy.Terms;
import cn.jiping.policy.Within;
import cn.jiping.shared.InvalidInput;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** 抽审不合格能否终止计划. */
@Component
class SampleReviewTopic implements DecisionTopic<SampleReviewTopic.Facts> {

    /** 抽审的事实: how many were sampled, and how many of them were not qualified. */
    record Facts(
            @Default("33") Jurisdiction jurisdiction,
            LocalDate on,
            @Within(min = 1) int sampled,
            @Within int unqualified) {}

    @Override
    public String name() {
        return "sample-review";
    }

    @Override
    public Class<Facts> facts() {
        return Facts.class;
    }

    @Override
    public Set<Class<? extends Terms>> pages() {
        return Set.of(SampleReviewTerms.class);
    }

    @Override
    public Map<String, String> example() {
        return Map.of(
                "jurisdiction", "33",
                "on", "2024-01-10",
                "sampled", "30",
                "unqualified", "10");
    }

    @Override
    public Answer decide(Facts facts, LawBook book) {
        if (facts.unqualified() > facts.sampled()) {
            throw InvalidInput.of("unqualified", "registration.more-than-sampled");
        }
        var law = book.in(facts.jurisdiction(), facts.on()).require(SampleReviewTerms.class);
        var rule = new SampleReviewRule(law);
        var found = rule.mayTerminate(facts.sampled(), facts.unqualified());
        return Answer.of("mayTerminate", found, facts.on()).with("threshold", rule.threshold());
    }
}
