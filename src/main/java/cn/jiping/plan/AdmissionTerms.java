package cn.jiping.plan;

import cn.jiping.policy.GoverningDate;
import cn.jiping.policy.Key;
import cn.jiping.policy.LawPage;
import cn.jiping.policy.Terms;
import cn.jiping.shared.Source;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** 计划发布条件: what is demanded before a plan is published, each with its clause. */
@LawPage(
        path = "plan/admission",
        governedBy = GoverningDate.ANNOUNCED,
        in = {"33"})
public record AdmissionTerms(List<Row> rows) implements Terms {
    public AdmissionTerms {
        rows = List.copyOf(rows);
    }

    /** One demand; without source: not demanded. */
    record Row(@Key Set<Demand> demand, @Nullable Source source) {}

    /** 条件. */
    enum Demand {
        /** 在目录清单内. */
        LISTED,
        /** 没有暂停评价. */
        NOT_SUSPENDED,
        /** 在备案范围内. */
        IN_FILED_SCOPE,
        /** 考点已备案或经确认. */
        SITE_ACCEPTED,
        /** 没有委托其他机构. */
        NOT_DELEGATED,
        /** 跨地区经当地同意. */
        CROSS_REGION_APPROVED,
        /** 只有省属机构可以跨地区. */
        PROVINCIAL_OUTSIDE_HOME,
        /** 收费标准已公开. */
        FEE_PUBLISHED
    }

    @Nullable Source of(Demand demand) {
        return rows.stream()
                .filter(row -> row.demand().contains(demand))
                .findFirst()
                .orElseThrow()
                .source();
    }
}
