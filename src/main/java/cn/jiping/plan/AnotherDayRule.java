package cn.jiping.plan;

import cn.jiping.policy.InForce;
import cn.jiping.shared.Reason;
import cn.jiping.shared.Ruling;
import java.time.LocalDate;

/**
 * 改期判定: whether an examination may be moved from its day to another; first and last day included.
 */
record AnotherDayRule(InForce<AnotherDayTerms> law) {

    Ruling judge(LocalDate examOn, LocalDate decidedOn, LocalDate newDay) {
        if (!newDay.isAfter(examOn)) {
            return Ruling.notMet(Reason.of(AnotherDayReason.NOT_LATER, law.source(), examOn));
        }
        var earliest = decidedOn.plus(law.terms().notice());
        if (newDay.isBefore(earliest)) {
            return Ruling.notMet(
                    Reason.of(
                            AnotherDayReason.TOO_SOON,
                            law.source(),
                            law.terms().notice(),
                            earliest));
        }
        var latest = examOn.plus(law.terms().atMostAfter());
        if (newDay.isAfter(latest)) {
            return Ruling.notMet(
                    Reason.of(
                            AnotherDayReason.TOO_LATE,
                            law.source(),
                            law.terms().atMostAfter(),
                            latest));
        }
        return Ruling.met(Reason.of(AnotherDayReason.MAY_MOVE, law.source(), ticketFrom(newDay)));
    }

    LocalDate ticketFrom(LocalDate newDay) {
        return newDay.minus(law.terms().ticketsFrom());
    }
}
