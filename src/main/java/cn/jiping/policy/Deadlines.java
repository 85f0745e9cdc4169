package cn.jiping.policy;

import cn.jiping.shared.ExamMode;
import cn.jiping.shared.Finding;
import cn.jiping.shared.InvalidInput;
import cn.jiping.shared.Reason;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** 期限推算: by when something is due in one jurisdiction. The law is that of the event's day. */
public record Deadlines(LawBook book, Jurisdiction jurisdiction) {

    /**
     * The last day on which it is still in time.
     *
     * @param mode may be left out where the term is the same whatever the mode
     * @throws NoRule if no document fixes a term for it
     * @throws InvalidInput naming {@code mode} if the term depends on it and it is not given
     * @throws NoCalendar if the way leads through a year without official arrangement
     */
    public Finding<LocalDate> due(Deadline what, @Nullable ExamMode mode, LocalDate event) {
        var law = book.in(jurisdiction, event);
        return due(row(law, what, mode), law);
    }

    /**
     * How a term in working days runs, day by day; empty for one that is counted otherwise.
     *
     * @throws NoRule if no document fixes a term for it
     * @throws InvalidInput naming {@code mode} if the term depends on it and it is not given
     * @throws NoCalendar if the way leads through a year without official arrangement
     */
    public List<CountedDay> days(Deadline what, @Nullable ExamMode mode, LocalDate event) {
        var law = book.in(jurisdiction, event);
        var days = row(law, what, mode).workingDays();
        return days == null ? List.of() : Counting.under(law).days(event, days);
    }

    private static DeadlineTerms.Row row(Law law, Deadline what, @Nullable ExamMode mode) {
        var rows =
                law.require(DeadlineTerms.class).terms().rows().stream()
                        .filter(row -> row.what() == what && row.isFor(law.on()))
                        .toList();
        if (mode == null && !rows.stream().allMatch(DeadlineTerms.Row::isForEveryMode)) {
            throw InvalidInput.of("mode", "policy.mode");
        }
        return rows.stream()
                .filter(row -> mode == null || row.isFor(mode))
                .findFirst()
                .orElseThrow(() -> NoRule.of(law.jurisdiction(), law.on()));
    }

    private static Finding<LocalDate> due(DeadlineTerms.Row row, Law law) {
        if (row.workingDays() != null) {
            return inWorkingDays(row, row.workingDays(), law);
        }
        if (row.period() != null) {
            return within(row, row.period(), law.on());
        }
        var day = row.day();
        if (day == null) {
            throw new IllegalStateException("A term without any day");
        }
        return Finding.of(day, Reason.of(PolicyReason.DUE_ON, row.source(), row.what(), day));
    }

    private static Finding<LocalDate> inWorkingDays(DeadlineTerms.Row row, int days, Law law) {
        var counting = Counting.under(law);
        var due = counting.offset(law.on(), days);
        var code =
                days < 0
                        ? PolicyReason.DUE_WORKING_DAYS_BEFORE
                        : PolicyReason.DUE_WORKING_DAYS_AFTER;
        return Finding.of(
                due,
                Reason.of(code, row.source(), row.what(), law.on(), Math.abs(days), due),
                counting.reason());
    }

    private static Finding<LocalDate> within(DeadlineTerms.Row row, Period period, LocalDate on) {
        var due = on.plus(period);
        return Finding.of(
                due, Reason.of(PolicyReason.DUE_WITHIN, row.source(), row.what(), on, period, due));
    }
}
