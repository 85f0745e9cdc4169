package cn.jiping.catalog;

import cn.jiping.policy.GoverningDate;
import cn.jiping.policy.Key;
import cn.jiping.policy.LawPage;
import cn.jiping.policy.Terms;
import cn.jiping.shared.EvaluationKind;
import cn.jiping.shared.Source;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** 评价类别: which kind is open to an occupation, by its standing; null: no rule for those unlisted. */
@LawPage(
        path = "catalog/kind",
        governedBy = GoverningDate.ASKED,
        in = {"00", "33"})
public record KindTerms(List<Row> rows, @Nullable Unlisted unlisted) implements Terms {
    public KindTerms {
        rows = List.copyOf(rows);
    }

    /** What is open to occupations of a status. */
    public record Row(@Key Set<CatalogueStatus> status, EvaluationKind kind, Source source) {}

    /** 未纳入国家职业分类大典: what is open to an occupation outside the national classification. */
    public record Unlisted(EvaluationKind kind, Source source) {}

    Row of(CatalogueStatus status) {
        return rows.stream().filter(row -> row.status().contains(status)).findFirst().orElseThrow();
    }
}
