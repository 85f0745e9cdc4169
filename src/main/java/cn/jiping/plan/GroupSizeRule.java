package cn.jiping.plan;

import cn.jiping.policy.InForce;
import cn.jiping.shared.Reason;
import cn.jiping.shared.Ruling;

/** 开考人数判定. */
record GroupSizeRule(InForce<GroupSizeTerms> law) {

    Ruling judge(int applicants) {
        var threshold = law.terms().threshold();
        return applicants >= threshold
                ? Ruling.met(Reason.of(PlanningReason.LARGE_ENOUGH, law.source(), threshold))
                : Ruling.notMet(Reason.of(PlanningReason.TOO_FEW, law.source(), threshold));
    }
}
