package cn.jiping.web;

import cn.jiping.clock.BusinessClock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * 期限: a date and what is left until then. Idle while far, warning when near, red today and when
 * late, green when done in time.
 */
public record Due(String kind, Instant until, String leftKey, long left) {
    private static final long NEAR_DAYS = 4;
    private static final long NEAR_WORKING_DAYS = 3;

    /** Of something not done yet, counted in calendar days. */
    public static Due open(Instant until, Instant now) {
        var days = ChronoUnit.DAYS.between(day(now), day(until));
        return late(until, now) ? over(until, -days) : left(until, days, NEAR_DAYS, "days");
    }

    /** Of something not done yet whose rule counts working days; the caller counted them. */
    public static Due openInWorkingDays(Instant until, Instant now, long workingDays) {
        return late(until, now)
                ? over(until, ChronoUnit.DAYS.between(day(until), day(now)))
                : left(until, workingDays, NEAR_WORKING_DAYS, "working-days");
    }

    public static Due done(Instant until, Instant doneAt) {
        return late(until, doneAt)
                ? new Due("warn", until, "web.due.done-late", 0)
                : new Due("ok", until, "web.due.done", 0);
    }

    private static Due left(Instant until, long days, long near, String unit) {
        if (days == 0) {
            return new Due("no", until, "web.due.today", 0);
        }
        return new Due(days <= near ? "warn" : "idle", until, "web.due." + unit, days);
    }

    private static Due over(Instant until, long days) {
        return days == 0
                ? new Due("no", until, "web.due.late-today", 0)
                : new Due("no", until, "web.due.late", days);
    }

    private static boolean late(Instant until, Instant at) {
        return !at.isBefore(until);
    }

    /** A term that ends at 24:00 belongs to the day before midnight. */
    private static LocalDate day(Instant instant) {
        return LocalDate.ofInstant(instant.minusNanos(1), BusinessClock.ZONE);
    }
}
