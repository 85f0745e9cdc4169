package cn.jiping.payment;

import cn.jiping.policy.GoverningDate;
import cn.jiping.policy.Key;
import cn.jiping.policy.LawPage;
import cn.jiping.policy.Terms;
import cn.jiping.shared.EvaluationKind;
import cn.jiping.shared.Source;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** 收费依据: by which documents, or by whose own cost, each kind of evaluation is charged. */
@LawPage(
        path = "payment/fee-basis",
        governedBy = GoverningDate.ASKED,
        in = {"33", "22"})
public record FeeBasisTerms(List<Row> rows) implements Terms {
    public FeeBasisTerms {
        rows = List.copyOf(rows);
    }

    /** The basis of one kind; null: no rule; documents by their numbers. */
    public record Row(
            @Key Set<EvaluationKind> kind,
            @Nullable FeeBasis basis,
            List<String> documents,
            @Nullable Boolean mustPublish,
            Source source) {}

    Row of(EvaluationKind kind) {
        return rows.stream().filter(row -> row.kind().contains(kind)).findFirst().orElseThrow();
    }
}
