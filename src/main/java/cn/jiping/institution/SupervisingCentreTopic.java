package cn.jiping.institution;

import cn.jiping.policy.Answer;
import cn.jiping.policy.DecisionTopic;
import cn.jiping.policy.Default;
import cn.jiping.policy.Jurisdiction;
import cn.jiping.policy.LawBook;
import cn.jiping.policy.NoRule;
import cn.jiping.policy.Terms;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** 事项归哪一级中心. */
@Component
class SupervisingCentreTopic implements DecisionTopic<SupervisingCentreTopic.Facts> {

    /** 中心分工的事实: what is to be dealt with. */
    record Facts(@Default("33") Jurisdiction jurisdiction, LocalDate on, SupervisedAct act) {}

    @Override
    public String name() {
        return "supervising-centre";
    }

    @Override
    public Class<Facts> facts() {
        return Facts.class;
    }

    @Override
    public Set<Class<? extends Terms>> pages() {
        return Set.of(CentreTerms.class);
    }

    @Override
    public Map<String, String> example() {
        return Map.of("jurisdiction", "33", "on", "2024-01-10", "act", "CROSS_REGION_EVALUATION");
    }

    @Override
    public Answer decide(Facts facts, LawBook book) {
        var law = book.in(facts.jurisdiction(), facts.on()).require(CentreTerms.class);
        var found =
                new CentreRule(law)
                        .centresOf(facts.act())
                        .orElseThrow(() -> NoRule.of(facts.jurisdiction(), facts.on()));
        var centres = found.value();
        return centres.size() == 1
                ? Answer.of(found.reasons(), facts.on()).with("centre", centres.getFirst())
                : Answer.of("centres", found, facts.on());
    }
}
