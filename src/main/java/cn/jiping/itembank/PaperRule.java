package cn.jiping.itembank;

import cn.jiping.policy.InForce;
import cn.jiping.shared.Reason;
import cn.jiping.shared.Ruling;
import java.util.ArrayList;

/** 试卷启用: whether a paper may be used once more; everything that stands against it is named. */
record PaperRule(InForce<PaperTerms> law) {

    Ruling judge(PaperOrigin origin, int timesUsed, boolean reviewed, boolean filed) {
        var row = law.terms().of(origin);
        var uses = row.uses();
        var faults = new ArrayList<Reason>();
        if (uses != null && timesUsed >= uses) {
            faults.add(Reason.of(PaperReason.USED_BEFORE, row.source(), origin, uses, timesUsed));
        }
        if (row.needsReview() && !reviewed) {
            faults.add(Reason.of(PaperReason.NOT_REVIEWED, row.source(), origin));
        }
        if (row.needsFiling() && !filed) {
            faults.add(Reason.of(PaperReason.NOT_FILED, row.source(), origin));
        }
        return faults.isEmpty()
                ? Ruling.met(Reason.of(PaperReason.MAY_USE, row.source(), origin))
                : new Ruling.NotMet(faults);
    }
}
