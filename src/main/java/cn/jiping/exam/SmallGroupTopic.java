package cn.jiping.exam;

import cn.jiping.policy.Answer;
import cn.jiping.policy.DecisionTopic;
import cn.jiping.policy.Default;
import cn.jiping.policy.Jurisdiction;
import cn.jiping.policy.LawBook;
import cn.jiping.policy.Terms;
import cn.jiping.shared.Finding;
import cn.jiping.shared.Reason;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** 人数不足的考试各步要在哪天前办完. */
@Component
class SmallGroupTopic implements DecisionTopic<SmallGroupTopic.Facts> {

    /** 处理期限的事实: the day from which the step is counted. */
    record Facts(@Default("33") Jurisdiction jurisdiction, LocalDate on) {}

    @Override
    public String name() {
        return "small-group";
    }

    @Override
    public Class<Facts> facts() {
        return Facts.class;
    }

    @Override
    public Set<Class<? extends Terms>> pages() {
        return Set.of(SmallGroupTerms.class);
    }

    @Override
    public Map<String, String> example() {
        return Map.of("jurisdiction", "33", "on", "2021-08-07");
    }

    @Override
    public Answer decide(Facts facts, LawBook book) {
        var rule =
                new SmallGroupRule(
                        book.in(facts.jurisdiction(), facts.on()).require(SmallGroupTerms.class));
        var propose = rule.proposeBy(facts.on());
        var decide = rule.decideBy(facts.on());
        var withdraw = rule.withdrawBy(facts.on());
        return Answer.of(reasons(List.of(propose, decide, withdraw)), facts.on())
                .with("proposeBy", propose.value())
                .with("decideBy", decide.value())
                .with("withdrawBy", withdraw.value());
    }

    private static List<Reason> reasons(List<Finding<LocalDate>> findings) {
        return findings.stream().flatMap(finding -> finding.reasons().stream()).toList();
    }
}
