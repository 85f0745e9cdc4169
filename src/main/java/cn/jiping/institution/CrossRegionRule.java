package cn.jiping.institution;

import cn.jiping.policy.InForce;
import cn.jiping.shared.Reason;
import cn.jiping.shared.Ruling;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** 跨地区认定: whether the plan of a body outside its region may be published. */
record CrossRegionRule(InForce<CrossRegionTerms> law) {

    Ruling judge(BodyLevel level, Set<CrossRegionStep> done) {
        if (!open(level)) {
            return Ruling.notMet(Reason.of(OversightReason.NO_WAY_FOR_LEVEL, law.source(), level));
        }
        var missing = missing(done);
        if (missing.isEmpty()) {
            var why =
                    law.terms().steps().isEmpty()
                            ? OversightReason.NO_CONSENT_NEEDED
                            : OversightReason.CONSENTS_COMPLETE;
            return Ruling.met(Reason.of(why, law.source()));
        }
        var reasons = new ArrayList<Reason>();
        missing.forEach(required ->
                reasons.add(
                        Reason.of(
                                OversightReason.STEP_MISSING, required.source(), required.step())));
        reasons.add(Reason.of(OversightReason.NOT_APPROVED_YET, law.source()));
        return new Ruling.NotMet(reasons);
    }

    boolean open(BodyLevel level) {
        return law.terms().open().contains(level);
    }

    List<CrossRegionTerms.Required> missing(Set<CrossRegionStep> done) {
        return law.terms().steps().stream()
                .filter(required -> !done.contains(required.step()))
                .toList();
    }
}
