package cn.jiping.policy;

import cn.jiping.shared.Reason;
import cn.jiping.shared.Source;
import java.time.LocalDate;

/** 工作日推算: the day so many working days after or before an event, as the law lets them count. */
public final class Counting {
    private final WorkingDays calendar;
    private final InForce<CountingTerms> law;

    private Counting(WorkingDays calendar, InForce<CountingTerms> law) {
        this.calendar = calendar;
        this.law = law;
    }

    /** As days are counted under a law. */
    public static Counting under(Law law) {
        return new Counting(law.workingDays(), law.require(CountingTerms.class));
    }

    /**
     * @throws NoCalendar if the way leads through a year without official arrangement
     */
    public LocalDate offset(LocalDate event, int days) {
        var first = law.terms().eventDayCounted() && calendar.isWorkingDay(event);
        return calendar.offset(first ? event.minusDays(Integer.signum(days)) : event, days);
    }

    /** How the days were counted, for the reasons of whoever counted. */
    public Reason reason() {
        return Reason.of(PolicyReason.HOW_COUNTED, source());
    }

    Source source() {
        return law.source();
    }
}
