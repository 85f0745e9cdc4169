package cn.jiping.task;

import cn.jiping.clock.BusinessClock;
import cn.jiping.shared.Source;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * 办理期限: until when, by which clause, how many days before one is reminded, and what happens when it
 * is late.
 */
public record Deadline(
        Instant dueAt, Source source, List<Integer> remindDaysBefore, Escalation escalation) {
    public Deadline {
        remindDaysBefore = List.copyOf(remindDaysBefore);
    }

    /** Until 24:00 of the day, China Standard Time; reminders three days and one day before. */
    public static Deadline endOf(LocalDate day, Source source) {
        return at(BusinessClock.endOf(day), source);
    }

    public static Deadline at(Instant instant, Source source) {
        return new Deadline(instant, source, List.of(3, 1), Escalation.TO_APPROVER_THEN_ABOVE);
    }

    public Deadline remindingDaysBefore(Integer... days) {
        return new Deadline(dueAt, source, List.of(days), escalation);
    }

    public Deadline escalating(Escalation how) {
        return new Deadline(dueAt, source, remindDaysBefore, how);
    }

    boolean lateAt(Instant now) {
        return !now.isBefore(dueAt);
    }

    /** What is to be looked at first; at once if the task is late when it is opened. */
    Instant firstAlarm(Instant openedAt, Duration aboveAfter) {
        return lateAt(openedAt) ? dueAt : nextAlarm(openedAt, aboveAfter).orElse(dueAt);
    }

    Optional<Instant> nextAlarm(Instant after, Duration aboveAfter) {
        var reminders = remindDaysBefore.stream().map(days -> dueAt.minus(Duration.ofDays(days)));
        return Stream.concat(reminders, Stream.of(dueAt, dueAt.plus(aboveAfter)))
                .filter(alarm -> alarm.isAfter(after))
                .min(Instant::compareTo);
    }
}
