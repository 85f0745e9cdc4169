package cn.jiping.policy;

import cn.jiping.shared.Reason;
import cn.jiping.shared.Source;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

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

    /**
     * Every day from the event to the last one counted, both included, in the order of counting.
     *
     * @throws NoCalendar if the way leads through a year without official arrangement
     */
    public List<CountedDay> days(LocalDate event, int days) {
        var last = offset(event, days);
        var first = law.terms().eventDayCounted() && days != 0 && calendar.isWorkingDay(event);
        var number = first ? 1 : 0;
        var way = new ArrayList<CountedDay>();
        way.add(new CountedDay(event, calendar.kind(event), number));
        for (var day = event; !day.equals(last); ) {
            day = day.plusDays(Integer.signum(days));
            var works = calendar.isWorkingDay(day);
            number += works ? 1 : 0;
            way.add(new CountedDay(day, calendar.kind(day), works ? number : 0));
        }
        return List.copyOf(way);
    }

    /** How the days were counted, for the reasons of whoever counted. */
    public Reason reason() {
        return Reason.of(PolicyReason.HOW_COUNTED, source());
    }

    Source source() {
        return law.source();
    }
}
