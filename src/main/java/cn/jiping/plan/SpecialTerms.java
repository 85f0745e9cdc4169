package cn.jiping.plan;

import cn.jiping.policy.GoverningDate;
import cn.jiping.policy.Key;
import cn.jiping.policy.LawPage;
import cn.jiping.policy.Terms;
import cn.jiping.shared.Source;
import java.util.List;
import java.util.Set;

/** 专项职业能力考核: who runs it, and who issues by the place of the candidate. */
@LawPage(
        path = "plan/special",
        governedBy = GoverningDate.ASKED,
        in = {"33"})
public record SpecialTerms(Authority organisedBy, Source organising, List<Row> rows)
        implements Terms {
    public SpecialTerms {
        rows = List.copyOf(rows);
    }

    /** The issuer for candidates of such a place. */
    record Row(
            @Key Set<QualificationTerms.Seat> seat,
            Authority issuedBy,
            Source issuing,
            Source chosen) {}

    Row of(QualificationTerms.Seat seat) {
        return rows.stream().filter(row -> row.seat().contains(seat)).findFirst().orElseThrow();
    }
}
