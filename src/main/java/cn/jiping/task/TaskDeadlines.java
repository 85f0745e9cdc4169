package cn.jiping.task;

import cn.jiping.audit.Act;
import cn.jiping.audit.AuditTrail;
import cn.jiping.clock.BusinessClock;
import cn.jiping.clock.DueWork;
import cn.jiping.notice.NoticeDraft;
import cn.jiping.shared.Actor;
import cn.jiping.shared.Ids;
import cn.jiping.shared.Role;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * 催办: reminds before a deadline and sends late tasks up, once each, however far the clock jumped.
 * Many tasks share a transaction; where one of them fails, or somebody changes it meanwhile, each
 * gets one of its own, so that one that fails holds up no other.
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
            look(alarmed.stream().map(TaskStore.Alarmed::task).toList(), businessNow);
            last = alarmed.size() < settings.dueBatch() ? null : alarmed.getLast();
        } while (last != null);
    }

    @Override
    public Optional<Instant> nextDue(Instant after) {
        return store.loadNextAlarm(after);
    }

    private void look(List<TaskId> ids, Instant now) {
        try {
            transaction.executeWithoutResult(_ -> {
                store.giveWay();
                look(store.loadAll(ids).stream(), now);
            });
        } catch (RuntimeException e) {
            LOG.debug("Looking at {} deadlines one by one", ids.size(), e);
            ids.forEach(id -> look(id, now));
        }
    }

    private void look(TaskId id, Instant now) {
        try {
            transaction.executeWithoutResult(_ -> look(store.lock(id).stream(), now));
        } catch (RuntimeException e) {
            LOG.error("The deadline of task {} could not be looked at", id, e);
        }
    }

    private void look(Stream<Task> tasks, Instant now) {
        notices.send(tasks.flatMap(task -> look(task, now).stream()).toList());
    }

    private List<NoticeDraft> look(Task task, Instant now) {
        var deadline = task.origin().deadline();
        var before = task.alarm();
        var passed = task.look(now, settings.aboveAfter());
        if (deadline == null || task.alarm().equals(before)) {
            return List.of();
        }
        store.save(task);
        return passed.stream().flatMap(what -> told(task, deadline, what, now)).toList();
    }

    private Stream<NoticeDraft> told(Task task, Deadline deadline, Task.Passed what, Instant now) {
        var office = task.duty().office();
        return switch (what) {
            case REMIND -> Stream.of(TaskNotices.dueSoon(task, deadline, daysLeft(deadline, now)));
            case OVERDUE ->
                    Stream.concat(
                            Stream.of(TaskNotices.overdue(task, deadline)),
                            Ladder.approver(office)
                                    .filter(task.duty().escalated()::contains)
                                    .map(role -> wentUp(task, deadline, role, now))
                                    .stream());
            case OVERDUE_LONG ->
                    Ladder.above(office)
                            .flatMap(Ladder::approver)
                            .map(role -> wentUp(task, deadline, role, now))
                            .stream();
        };
    }

    private NoticeDraft wentUp(Task task, Deadline deadline, Role role, Instant now) {
        var program = Actor.program(texts.program());
        var to = texts.roles(Set.of(role));
        store.addStep(
                task.id(),
                Ids.next(),
                task.version() + 1,
                new TaskStep("task.went-up", program.name(), now, "", to, ""));
        audit.record(program, Act.of("task.went-up", "task", task.id()).changing("with", null, to));
        return TaskNotices.wentUp(task, deadline, role);
    }

    private static long daysLeft(Deadline deadline, Instant now) {
        var due = LocalDate.ofInstant(deadline.dueAt().minusMillis(1), BusinessClock.ZONE);
        return ChronoUnit.DAYS.between(LocalDate.ofInstant(now, BusinessClock.ZONE), due);
    }
}
