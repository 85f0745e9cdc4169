package cn.jiping.institution;

import cn.jiping.policy.InForce;
import cn.jiping.shared.Finding;
import cn.jiping.shared.Reason;
import java.util.List;
import java.util.Optional;

/** 中心分工: the centres that deal with an act; nothing where the law of the day names none. */
record CentreRule(InForce<CentreTerms> law) {

    Optional<Finding<List<Centre>>> centresOf(SupervisedAct act) {
        var named = law.terms().of(act);
        return named.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new Finding<>(
                                named.stream().map(CentreTerms.Named::centre).toList(),
                                named.stream().map(one -> why(act, one)).toList()));
    }

    private static Reason why(SupervisedAct act, CentreTerms.Named named) {
        return Reason.of(OversightReason.CENTRE_ACTS, named.source(), act, named.centre());
    }
}
