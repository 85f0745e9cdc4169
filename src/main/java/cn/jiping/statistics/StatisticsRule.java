package cn.jiping.statistics;

import cn.jiping.policy.InForce;
import cn.jiping.shared.DivisionCode;
import cn.jiping.shared.Finding;
import cn.jiping.shared.Reason;

/** 统计归属: the division in which a certificate counts on one basis. */
record StatisticsRule(InForce<StatisticsTerms> law) {

    Finding<DivisionCode> place(StatisticalBasis basis, DivisionCode home, DivisionCode site) {
        var row = law.terms().of(basis);
        var place =
                switch (row.place()) {
                    case SITE -> site;
                    case HOME -> home;
                };
        return Finding.of(place, Reason.of(StatisticsReason.COUNTS_AT, row.source(), basis, place));
    }
}
