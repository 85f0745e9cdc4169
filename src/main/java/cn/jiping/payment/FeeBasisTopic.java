package cn.jiping.payment;

import cn.jiping.policy.Answer;
import cn.jiping.policy.DecisionTopic;
import cn.jiping.policy.Default;
import cn.jiping.policy.Jurisdiction;
import cn.jiping.policy.LawBook;
import cn.jiping.policy.NoRule;
import cn.jiping.policy.Terms;
import cn.jiping.shared.EvaluationKind;
import cn.jiping.shared.Reason;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** 按什么收费. */
@Component
class FeeBasisTopic implements DecisionTopic<FeeBasisTopic.Facts> {

    /** 收费依据的事实. */
    record Facts(@Default("33") Jurisdiction jurisdiction, LocalDate on, EvaluationKind kind) {}

    @Override
    public String name() {
        return "fee-basis";
    }

    @Override
    public Class<Facts> facts() {
        return Facts.class;
    }

    @Override
    public Set<Class<? extends Terms>> pages() {
        return Set.of(FeeBasisTerms.class);
    }

    @Override
    public Map<String, String> example() {
        return Map.of("jurisdiction", "33", "on", "2024-01-10", "kind", "SKILL_LEVEL");
    }

    @Override
    public Answer decide(Facts facts, LawBook book) {
        var law = book.in(facts.jurisdiction(), facts.on());
        var row = law.require(FeeBasisTerms.class).terms().of(facts.kind());
        var basis = row.basis();
        if (basis == null) {
            throw NoRule.of(facts.jurisdiction(), facts.on());
        }
        var reason =
                switch (basis) {
                    case GOVERNMENT_STANDARD ->
                            Reason.of(
                                    PaymentReason.GOVERNMENT_STANDARD,
                                    row.source(),
                                    row.documents());
                    case OWN_COST -> Reason.of(PaymentReason.OWN_COST, row.source());
                };
        return Answer.of(List.of(reason), facts.on())
                .with("basis", basis)
                .with("documents", row.documents())
                .with("mustPublish", row.mustPublish());
    }
}
