package cn.jiping.supervision;

import cn.jiping.policy.InForce;
import cn.jiping.shared.Reason;
import cn.jiping.shared.Ruling;
import java.math.BigDecimal;

/** 计划监测得分: whether the score of one plan is enough, or the body must rectify. */
record PlanScoreRule(InForce<PlanScoreTerms> law) {

    Ruling judge(BigDecimal score) {
        var line = law.terms().line();
        return enough(score)
                ? Ruling.met(
                        Reason.of(SupervisionReason.ENOUGH, line.source(), line.lowest()), since())
                : Ruling.notMet(
                        Reason.of(
                                SupervisionReason.BELOW,
                                line.source(),
                                line.lowest(),
                                line.rectifyWithin()),
                        since());
    }

    boolean enough(BigDecimal score) {
        return score.compareTo(BigDecimal.valueOf(law.terms().line().lowest())) >= 0;
    }

    private Reason since() {
        return Reason.of(SupervisionReason.MONITORED_SINCE, law.source(), law.from());
    }
}
