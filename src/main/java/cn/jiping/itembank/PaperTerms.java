package cn.jiping.itembank;

import cn.jiping.policy.GoverningDate;
import cn.jiping.policy.Key;
import cn.jiping.policy.LawPage;
import cn.jiping.policy.Terms;
import cn.jiping.shared.Source;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** 试卷启用: what a paper needs before it is used, and how often it may be; null: any number. */
@LawPage(
        path = "itembank/paper-reuse",
        governedBy = GoverningDate.ASKED,
        in = {"33"})
public record PaperTerms(List<Row> origins) implements Terms {
    public PaperTerms {
        origins = List.copyOf(origins);
    }

    /** 启用条件: those of some origins. */
    public record Row(
            @Key Set<PaperOrigin> origin,
            @Nullable Integer uses,
            boolean needsReview,
            boolean needsFiling,
            Source source) {}

    Row of(PaperOrigin origin) {
        return origins.stream()
                .filter(row -> row.origin().contains(origin))
                .findFirst()
                .orElseThrow();
    }
}
