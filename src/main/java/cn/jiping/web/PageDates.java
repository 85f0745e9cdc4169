package cn.jiping.web;

import cn.jiping.clock.BusinessClock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.Temporal;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.thymeleaf.context.IExpressionContext;

/** Days and moments as the country writes them, for templates as {@code #when}. */
public final class PageDates {
    private static final DateTimeFormatter YEAR_DAY = DateTimeFormatter.ofPattern("yyyy年M月d日");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("M月d日");
    private static final DateTimeFormatter ISO_MINUTE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");
    private static final DateTimeFormatter MACHINE_MINUTE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm");
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("HH:mm");

    private final IExpressionContext context;

    PageDates(IExpressionContext context) {
        this.context = context;
    }

    /** 2024年9月1日. */
    public String day(LocalDate date) {
        return date.format(YEAR_DAY);
    }

    /** 9月1日, for dates whose year the page already says. */
    public String shortDay(LocalDate date) {
        return date.format(DAY);
    }

    /** 2024-09-01, for tables. */
    public String date(@Nullable Temporal when) {
        return switch (when) {
            case null -> "";
            case LocalDate date -> date.toString();
            case Instant instant -> local(instant).toLocalDate().toString();
            default -> when.toString();
        };
    }

    /** 2024-09-01 10:14, for what happened. */
    public String moment(@Nullable Instant instant) {
        return instant == null ? "" : local(instant).format(ISO_MINUTE);
    }

    /** The minute as an attribute value of {@code time} and of a datetime-local input. */
    public String machine(Temporal when) {
        return switch (when) {
            case Instant instant -> local(instant).format(MACHINE_MINUTE);
            case LocalDateTime time -> time.format(MACHINE_MINUTE);
            default -> when.toString();
        };
    }

    /** 2021-07-20 周二 09:30. */
    public String clock(LocalDateTime time) {
        return time.format(DateTimeFormatter.ofPattern("yyyy-MM-dd EEE HH:mm", Locale.CHINA));
    }

    /** 7月28日 24:00; with the year where it is not the current business year. */
    public String until(Instant instant) {
        var local = local(instant);
        var midnight = local.toLocalTime().equals(LocalTime.MIDNIGHT);
        var day = midnight ? local.toLocalDate().minusDays(1) : local.toLocalDate();
        var time = midnight ? "24:00" : local.format(MINUTE);
        return (thisYear(day) ? shortDay(day) : day(day)) + " " + time;
    }

    private boolean thisYear(LocalDate day) {
        return context.getVariable(Shell.ATTRIBUTE) instanceof Shell shell
                && shell.now().getYear() == day.getYear();
    }

    private static LocalDateTime local(Instant instant) {
        return LocalDateTime.ofInstant(instant, BusinessClock.ZONE);
    }
}
