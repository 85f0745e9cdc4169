package cn.jiping.catalog;

import cn.jiping.policy.Law;
import cn.jiping.policy.NoRule;
import cn.jiping.shared.EvaluationKind;
import cn.jiping.shared.Finding;
import cn.jiping.shared.Reason;
import cn.jiping.shared.Ruling;
import java.util.ArrayList;
import java.util.List;

/** 评价类别认定: exactly one kind is open to an occupation on a day; the others are refused. */
record KindRule(Law law) {

    Finding<EvaluationKind> open(Finding<Standing> standing) {
        var row = law.require(KindTerms.class).terms().of(standing.value().status());
        var reasons = new ArrayList<Reason>();
        reasons.add(Reason.of(CatalogReason.OPEN, row.source(), row.kind()));
        reasons.addAll(standing.reasons());
        return new Finding<>(row.kind(), reasons);
    }

    Finding<EvaluationKind> openToUnlisted() {
        var row = law.require(KindTerms.class).terms().unlisted();
        if (row == null) {
            throw NoRule.of(law.jurisdiction(), law.on());
        }
        return Finding.of(row.kind(), Reason.of(CatalogReason.UNLISTED, row.source(), row.kind()));
    }

    static Ruling judge(EvaluationKind asked, Finding<EvaluationKind> open) {
        return asked == open.value()
                ? new Ruling.Met(open.reasons())
                : new Ruling.NotMet(List.copyOf(open.reasons()));
    }
}
