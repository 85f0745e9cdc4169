package cn.jiping.registration;

import cn.jiping.policy.InForce;
import cn.jiping.shared.BodyType;
import cn.jiping.shared.Reason;
import cn.jiping.shared.Ruling;
import java.util.List;

/** 破格: whether a merit lets somebody be promoted regardless of schooling and years. */
record FastTrackRule(InForce<FastTrackTerms> law) {

    Ruling judge(BodyType body, FastTrackTerms.Merit merit) {
        if (!law.terms().bodies().contains(body)) {
            return Ruling.notMet(
                    Reason.of(RegistrationReason.FAST_TRACK_NOT_FOR_BODY, law.source(), body));
        }
        return law.terms().merits().contains(merit)
                ? Ruling.met(
                        Reason.of(RegistrationReason.FAST_TRACK, law.source(), merit, waives()))
                : Ruling.notMet(Reason.of(RegistrationReason.FAST_TRACK_NO_MERIT, law.source()));
    }

    List<FastTrackTerms.Limit> waives() {
        return law.terms().waives().stream().sorted().toList();
    }
}
