package cn.jiping.plan;

import cn.jiping.shared.Ruling;
import cn.jiping.shared.Source;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * 批次日程: the days of a session as the calendar had them when it was drafted, each included; null
 * where the calendar fixes none.
 */
public record SessionDays(List<LocalDate> examOn, CalendarTerms.Windows windows, Source source) {
    public SessionDays {
        examOn = List.copyOf(examOn);
    }

    /** The first day of the examination: theory is held on it. */
    public LocalDate theoryOn() {
        return examOn.getFirst();
    }

    /** 窗口判定: whether the step may be taken on a day. */
    public Ruling judge(SessionWindow window, LocalDate on) {
        return new WindowRule(from(window), until(window), source).judge(window, on);
    }

    /** The first day of the window; null where the calendar fixes none. */
    public @Nullable LocalDate from(SessionWindow window) {
        return switch (window) {
            case REGISTRATION, FIRST_REVIEW, PAYMENT -> windows.opensOn();
            case TICKETS -> windows.ticketFrom();
        };
    }

    /** The last day of the window; null where the calendar fixes none. */
    public @Nullable LocalDate until(SessionWindow window) {
        return switch (window) {
            case REGISTRATION -> windows.closesOn();
            case FIRST_REVIEW -> windows.reviewUntil();
            case PAYMENT -> windows.payUntil();
            case TICKETS -> windows.ticketUntil();
        };
    }
}
