package cn.jiping.statistics;

import cn.jiping.policy.GoverningDate;
import cn.jiping.policy.Key;
import cn.jiping.policy.LawPage;
import cn.jiping.policy.Terms;
import cn.jiping.shared.Source;
import java.util.List;
import java.util.Set;

/** 统计归属: at which place a certificate counts on each basis. */
@LawPage(
        path = "statistics/place",
        governedBy = GoverningDate.ASKED,
        in = {"33"})
public record StatisticsTerms(List<Row> bases) implements Terms {
    public StatisticsTerms {
        bases = List.copyOf(bases);
    }

    /** 口径: the place of some bases. */
    public record Row(@Key Set<StatisticalBasis> basis, Place place, Source source) {}

    /** 计入哪里. */
    public enum Place {
        /** 口径所指的地方: of work, of the subsidy claim, of the household. */
        HOME,
        /** 认定活动所在地. */
        SITE
    }

    Row of(StatisticalBasis basis) {
        return bases.stream().filter(row -> row.basis().contains(basis)).findFirst().orElseThrow();
    }

    /** Every basis there is, in the order of the page. */
    List<StatisticalBasis> known() {
        return bases.stream().flatMap(row -> row.basis().stream()).toList();
    }
}
