package cn.jiping.catalog;

import cn.jiping.policy.GoverningDate;
import cn.jiping.policy.Key;
import cn.jiping.policy.LawPage;
import cn.jiping.policy.Terms;
import cn.jiping.shared.Source;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** 退出目录: from which day each batch of the annex is out; null: stays, to become access type. */
@LawPage(
        path = "catalog/exit",
        governedBy = GoverningDate.ASKED,
        in = {"00"})
public record ExitTerms(List<Row> batches, Totals totals) implements Terms {
    public ExitTerms {
        batches = List.copyOf(batches);
    }

    /** One batch. */
    public record Row(
            @Key Set<Occupation.Exit> batch,
            @Nullable Integer number,
            @Nullable LocalDate exitedOn,
            Source source) {}

    /** 附件合计: the document's own totals. */
    public record Totals(
            int categories,
            int firstQualifications,
            int firstOccupations,
            int secondQualifications,
            int secondOccupations) {}

    Row of(Occupation.Exit exit) {
        return batches.stream().filter(row -> row.batch().contains(exit)).findFirst().orElseThrow();
    }
}
