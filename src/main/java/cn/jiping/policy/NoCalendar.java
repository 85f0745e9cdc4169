package cn.jiping.policy;

import cn.jiping.shared.Unanswerable;
import java.util.Map;

/** 没有放假安排: the official arrangement of a year is not in the calendar. */
public final class NoCalendar extends Unanswerable {
    private static final long serialVersionUID = 1L;

    private NoCalendar(int year) {
        super("calendar.no-data", Map.of("year", String.valueOf(year)), String.valueOf(year));
    }

    static NoCalendar of(int year) {
        return new NoCalendar(year);
    }
}
