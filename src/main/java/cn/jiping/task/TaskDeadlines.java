package cn.jiping.task;

import cn.jiping.audit.Act;
import cn.jiping.audit.AuditTrail;
import cn.jiping.clock.BusinessClock;
import cn.jiping.clock.DueWork;
import cn.jiping.shared.Actor;
import cn.jiping.shared.Ids;
import cn.jiping.shared.Role;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * 催办: reminds before a deadline and sends late tasks up, once each, however far the clock jumped.
 * Each task in its own transaction, so that one that fails holds up no other.
 */
@Component
class TaskDeadlines implements DueWork {
    private static final Logger LOG = LoggerFactory.getLogger(TaskDeadlines.class);
    private static final int AFTER_THE_MODULES_OF_THE_RIVER = 900;

    private final TaskStore store;
    private final TaskNotices notices;
    private final TaskTexts texts;
    private final AuditTrail audit;
    private final TaskSettings settings;
    private final TransactionTemplate transaction;

    TaskDeadlines(
            TaskStore store,
            TaskNotices notices,
            TaskTexts texts,
            AuditTrail audit,
            TaskSettings settings,
            TransactionTemplate transaction) {
        this.store = store;
        this.notices = notices;
        this.texts = texts;
        this.audit = audit;
        this.settings = settings;
        this.transaction = transaction;
    }

    @Override
    public int order() {
        return AFTER_THE_MODULES_OF_THE_RIVER;
    }

    @Override
    public void runDue(Instant businessNow) {
        TaskStore.@Nullable Alarmed last = null;
        do {
            var alarmed = store.loadAlarmed(businessNow, last, settings.dueBatch());
            alarmed.forEach(alarm -> look(alarm.task(), businessNow));
            last = alarmed.size() < settings.dueBatch() ? null : alarmed.getLast();
        } while (last != null);
    }

    @Override
    public Optional<Instant> nextDue(Instant after) {
        return store.loadNextAlarm(after);
    }

    private void look(TaskId id, Instant now) {
        try {
            transaction.executeWithoutResult(
                    _ -> store.lock(id).ifPresent(task -> look(task, now)));
        } catch (RuntimeException e) {
            LOG.error("The deadline of task {} could not be looked at", id, e);
        }
    }

    private void look(Task task, Instant now) {
        var deadline = task.origin().deadline();
        var before = task.alarm();
        var passed = task.look(now, settings.aboveAfter());
        if (deadline == null || task.alarm().equals(before)) {
            return;
        }
        store.save(task);
        passed.forEach(what -> tell(task, deadline, what, now));
    }

    private void tell(Task task, Deadline deadline, Task.Passed what, Instant now) {
        var office = task.duty().office();
        switch (what) {
            case REMIND -> notices.dueSoon(task, deadline, daysLeft(deadline, now));
            case OVERDUE -> {
                notices.overdue(task, deadline);
                Ladder.approver(office)
                        .filter(task.duty().escalated()::contains)
                        .ifPresent(role -> wentUp(task, deadline, role, now));
            }
            case OVERDUE_LONG ->
                    Ladder.above(office)
                            .flatMap(Ladder::approver)
                            .ifPresent(role -> wentUp(task, deadline, role, now));
        }
    }

    private void wentUp(Task task, Deadline deadline, Role role, Instant now) {
        notices.wentUp(task, deadline, role);
        var program = Actor.program(texts.program());
        var to = texts.roles(Set.of(role));
        store.addStep(
                task.id(),
                Ids.next(),
                task.version() + 1,
                new TaskStep("task.went-up", program.name(), now, "", to, ""));
        audit.record(program, Act.of("task.went-up", "task", task.id()).changing("with", null, to));
    }

    private static long daysLeft(Deadline deadline, Instant now) {
        var due = LocalDate.ofInstant(deadline.dueAt().minusMillis(1), BusinessClock.ZONE);
        return ChronoUnit.DAYS.between(LocalDate.ofInstant(now, BusinessClock.ZONE), due);
    }
}
