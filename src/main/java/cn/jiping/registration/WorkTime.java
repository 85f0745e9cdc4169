package cn.jiping.registration;

import cn.jiping.registration.ApplicationForm.Job;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoField;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * 累计工作时间: the time worked in the occupation from one day until before another, in years. What
 * overlaps counts once; a full year is reached on the anniversary; of the days left over of several
 * spans the longest month makes another month.
 */
record WorkTime(List<Job> history, LocalDate on) {
    private static final BigDecimal MONTHS_A_YEAR = BigDecimal.valueOf(12);
    private static final int PLACES = 4;

    BigDecimal years() {
        return years(LocalDate.MIN);
    }

    BigDecimal years(LocalDate since) {
        var months = 0L;
        var days = 0L;
        for (var span : spans(since)) {
            var full = ChronoUnit.MONTHS.between(span.from(), span.end());
            months += full;
            days += ChronoUnit.DAYS.between(span.from().plusMonths(full), span.end());
        }
        months += days / ChronoField.DAY_OF_MONTH.range().getMaximum();
        return BigDecimal.valueOf(months).divide(MONTHS_A_YEAR, PLACES, RoundingMode.FLOOR);
    }

    /** Whether the person worked without a break from the day until the one asked about. */
    boolean unbroken(LocalDate since) {
        return spans(since).equals(List.of(new Span(since, on)));
    }

    /** From a day until before another. */
    private record Span(LocalDate from, LocalDate end) {}

    private List<Span> spans(LocalDate since) {
        var spans = new ArrayList<Span>();
        history.stream()
                .filter(Job::inOccupation)
                .map(job -> new Span(later(job.from(), since), end(job)))
                .filter(span -> span.from().isBefore(span.end()))
                .sorted(Comparator.comparing(Span::from))
                .forEach(span -> add(spans, span));
        return spans;
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? other : one;
    }

    /** The day after the last one worked; of a job that goes on, the day asked about. */
    private LocalDate end(Job job) {
        var until = job.until();
        return until == null || !until.isBefore(on) ? on : until.plusDays(1);
    }

    private static void add(List<Span> spans, Span next) {
        var last = spans.isEmpty() ? null : spans.getLast();
        if (last == null || next.from().isAfter(last.end())) {
            spans.add(next);
        } else if (next.end().isAfter(last.end())) {
            spans.set(spans.size() - 1, new Span(last.from(), next.end()));
        }
    }
}
