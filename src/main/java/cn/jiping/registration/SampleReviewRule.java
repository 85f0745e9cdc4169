package cn.jiping.registration;

import cn.jiping.policy.InForce;
import cn.jiping.shared.Finding;
import cn.jiping.shared.Reason;

/** 抽审终止: whether so many unqualified among the sampled let the centre end or return the plan. */
record SampleReviewRule(InForce<SampleReviewTerms> law) {

    Finding<Boolean> mayTerminate(int sampled, int unqualified) {
        var terms = law.terms();
        var reached = (long) unqualified * terms.of() >= (long) sampled * terms.parts();
        var code =
                reached ? RegistrationReason.MAY_TERMINATE : RegistrationReason.MAY_NOT_TERMINATE;
        return Finding.of(
                reached, Reason.of(code, law.source(), sampled, unqualified, threshold()));
    }

    String threshold() {
        return law.terms().parts() + "/" + law.terms().of();
    }
}
