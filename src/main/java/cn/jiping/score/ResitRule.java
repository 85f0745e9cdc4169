package cn.jiping.score;

import cn.jiping.policy.InForce;
import cn.jiping.shared.Reason;
import cn.jiping.shared.Ruling;
import cn.jiping.shared.Source;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * 补考资格: whether a candidate may resit on a day. The law is that of the day the passed subject was
 * published; the period excludes that day.
 */
record ResitRule(InForce<ResitTerms> law) {

    Ruling judge(LocalDate publishedOn, int resitsUsed, boolean cancelled, LocalDate on) {
        if (on.isBefore(publishedOn)) {
            return Ruling.notMet(
                    Reason.of(ScoreReason.NOT_PUBLISHED_YET, law.source(), publishedOn));
        }
        var until = until(publishedOn);
        if (on.isAfter(until)) {
            return Ruling.notMet(Reason.of(ScoreReason.RETENTION_OVER, law.source(), until));
        }
        var may = Reason.of(ScoreReason.MAY_RESIT, law.source(), until);
        var limit = limit(cancelled);
        if (limit == null) {
            return Ruling.met(may);
        }
        return resitsUsed >= limit.resits()
                ? Ruling.notMet(Reason.of(ScoreReason.RESITS_USED, limit.source(), limit.resits()))
                : Ruling.met(
                        may, Reason.of(ScoreReason.RESITS_LIMITED, limit.source(), limit.resits()));
    }

    LocalDate until(LocalDate publishedOn) {
        return publishedOn.plus(law.terms().keptFor());
    }

    private @Nullable Limit limit(boolean cancelled) {
        var special = law.terms().cancelled();
        if (cancelled && special != null) {
            return new Limit(special.resits(), special.source());
        }
        var resits = law.terms().resits();
        return resits == null ? null : new Limit(resits, law.source());
    }

    private record Limit(int resits, Source source) {}
}
