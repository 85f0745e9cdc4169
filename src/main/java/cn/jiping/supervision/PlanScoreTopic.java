package cn.jiping.supervision;

import cn.jiping.policy.Answer;
import cn.jiping.policy.DecisionTopic;
import cn.jiping.policy.Default;
import cn.jiping.policy.Jurisdiction;
import cn.jiping.policy.LawBook;
import cn.jiping.policy.NoRule;
import cn.jiping.policy.Terms;
import cn.jiping.policy.Within;
import cn.jiping.shared.BodyType;
import cn.jiping.shared.InvalidInput;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** 计划监测得分够不够. */
@Component
class PlanScoreTopic implements DecisionTopic<PlanScoreTopic.Facts> {

    /** 计划评分的事实: whose plan, and its score in the supervision platform. */
    record Facts(
            @Default("33") Jurisdiction jurisdiction,
            LocalDate on,
            BodyType bodyType,
            @Within BigDecimal score) {}

    @Override
    public String name() {
        return "plan-score";
    }

    @Override
    public Class<Facts> facts() {
        return Facts.class;
    }

    @Override
    public Set<Class<? extends Terms>> pages() {
        return Set.of(PlanScoreTerms.class);
    }

    @Override
    public Map<String, String> example() {
        return Map.of(
                "jurisdiction", "33", "on", "2025-06-01", "bodyType", "SOCIAL", "score", "59");
    }

    @Override
    public Answer decide(Facts facts, LawBook book) {
        var law = book.in(facts.jurisdiction(), facts.on()).require(PlanScoreTerms.class);
        if (!law.terms().scored().contains(facts.bodyType())) {
            throw NoRule.of(facts.jurisdiction(), facts.on());
        }
        var fullMark = law.terms().fullMark();
        if (facts.score().compareTo(BigDecimal.valueOf(fullMark)) > 0) {
            throw InvalidInput.of("score", "supervision.above-full-mark", fullMark);
        }
        var rule = new PlanScoreRule(law);
        var answer = Answer.of(rule.judge(facts.score()), facts.on());
        return rule.enough(facts.score())
                ? answer
                : answer.with("rectifyWithin", law.terms().line().rectifyWithin());
    }
}
