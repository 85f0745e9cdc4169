package cn.jiping.expert;

import cn.jiping.policy.GoverningDate;
import cn.jiping.policy.Key;
import cn.jiping.policy.LawPage;
import cn.jiping.policy.Terms;
import cn.jiping.shared.Source;
import java.util.List;
import java.util.Set;

/** 考评人员派遣: from where assessors may come, and when. */
@LawPage(
        path = "expert/assessor-source",
        governedBy = GoverningDate.ASKED,
        in = {"33", "22"})
public record AssessorTerms(List<Row> origins) implements Terms {
    public AssessorTerms {
        origins = List.copyOf(origins);
    }

    /** 来源: some origins and when they are open. */
    public record Row(@Key Set<AssessorOrigin> origin, Allowed allowed, Source source) {}

    /** 何时可用. */
    public enum Allowed {
        /** 随时可用. */
        ALWAYS,
        /** 遇到新职业（工种）或考评员库资源不足时. */
        NEW_OCCUPATION_OR_SHORT_POOL,
        /** 不可用. */
        NEVER
    }

    Row of(AssessorOrigin origin) {
        return origins.stream()
                .filter(row -> row.origin().contains(origin))
                .findFirst()
                .orElseThrow();
    }
}
