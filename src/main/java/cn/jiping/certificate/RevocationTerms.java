package cn.jiping.certificate;

import cn.jiping.policy.GoverningDate;
import cn.jiping.policy.Key;
import cn.jiping.policy.LawPage;
import cn.jiping.policy.Terms;
import cn.jiping.shared.Source;
import java.util.List;
import java.util.Set;

/** 撤销证书: for what, and on what that rests. */
@LawPage(
        path = "certificate/revocation",
        governedBy = GoverningDate.EVENT,
        in = {"33"})
public record RevocationTerms(List<Row> rows) implements Terms {
    public RevocationTerms {
        rows = List.copyOf(rows);
    }

    /** By what went wrong. */
    public record Row(@Key Set<Ground> ground, Source source) {}

    /** 撤销事由. */
    public enum Ground {
        /** 申报材料弄虚作假. */
        FALSE_APPLICATION,
        /** 考试舞弊. */
        CHEATING,
        /** 发证有误. */
        ISSUED_IN_ERROR
    }

    Source of(Ground ground) {
        return rows.stream()
                .filter(row -> row.ground().contains(ground))
                .map(Row::source)
                .findFirst()
                .orElseThrow();
    }
}
