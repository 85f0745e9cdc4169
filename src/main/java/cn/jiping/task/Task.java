package cn.jiping.task;

import cn.jiping.shared.AccountId;
import cn.jiping.shared.Actor;
import cn.jiping.shared.Office;
import cn.jiping.shared.Role;
import cn.jiping.shared.Source;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** 待办: one thing that waits to be done, from the day it is opened to the day it has ended. */
final class Task {
    /** What never changes. */
    record Origin(
            String key,
            TaskKind kind,
            String title,
            TaskSubject subject,
            @Nullable Deadline deadline,
            Instant openedAt) {

        @Nullable Source source() {
            return deadline == null ? null : deadline.source();
        }
    }

    /** Whose it is: the place, its printed name, the roles that do it and those it went up to. */
    record Duty(TaskPlace place, String placeName, Set<Role> doers, Set<Role> escalated) {
        Duty {
            doers = Set.copyOf(doers);
            escalated = Set.copyOf(escalated);
        }

        Set<Role> roles() {
            var all = EnumSet.copyOf(doers);
            all.addAll(escalated);
            return all;
        }

        Office office() {
            return doers.iterator().next().office();
        }
    }

    /** 认领. */
    record Claim(AccountId by, String name, Instant at) {}

    /** 移交: the last time it went up or down, so that it can be taken back. */
    record Handover(AccountId by, String name, Instant at, Duty from) {}

    /** When to look at the deadline next, and how far the task has gone up by itself. */
    record Alarm(int step, @Nullable Instant nextAt) {}

    /** 办结 or 取消. */
    record End(TaskStatus status, Instant at, String by, String reason) {}

    /** 到期情形, as one look at the deadline finds it. */
    enum Passed {
        REMIND,
        OVERDUE,
        OVERDUE_LONG
    }

    /** What changes. */
    record State(
            Duty duty,
            @Nullable Claim claim,
            @Nullable Handover handover,
            Alarm alarm,
            @Nullable End end) {}

    private final TaskId id;
    private final Origin origin;
    private final int version;
    private Duty duty;
    private @Nullable Claim claim;
    private @Nullable Handover handover;
    private Alarm alarm;
    private @Nullable End end;

    Task(TaskId id, Origin origin, State state, int version) {
        this.id = id;
        this.origin = origin;
        this.version = version;
        this.duty = state.duty();
        this.claim = state.claim();
        this.handover = state.handover();
        this.alarm = state.alarm();
        this.end = state.end();
    }

    static Task open(Origin origin, Duty duty, Duration aboveAfter) {
        var deadline = origin.deadline();
        var first = deadline == null ? null : deadline.firstAlarm(origin.openedAt(), aboveAfter);
        return new Task(
                TaskId.next(), origin, new State(duty, null, null, new Alarm(0, first), null), 0);
    }

    TaskId id() {
        return id;
    }

    Origin origin() {
        return origin;
    }

    int version() {
        return version;
    }

    Duty duty() {
        return duty;
    }

    @Nullable Claim claim() {
        return claim;
    }

    @Nullable Handover handover() {
        return handover;
    }

    Alarm alarm() {
        return alarm;
    }

    @Nullable End end() {
        return end;
    }

    TaskStatus status() {
        if (end != null) {
            return end.status();
        }
        return claim == null ? TaskStatus.OPEN : TaskStatus.CLAIMED;
    }

    /** Whether the actor holds a role it is for, where it belongs. */
    boolean waitsFor(Actor actor) {
        var role = actor.role();
        return role != null && duty.roles().contains(role) && duty.place().coveredBy(actor.scope());
    }

    /** Who handed it up or down may go on watching it. */
    boolean handedBy(Actor actor) {
        return handover != null && handover.by().equals(actor.account());
    }

    boolean claimedBy(@Nullable AccountId account) {
        return claim != null && claim.by().equals(account);
    }

    /**
     * @throws TaskRefused if it has ended or somebody else has it
     */
    void claim(Actor actor, Instant now) {
        requireGoingOn();
        if (claim != null) {
            throw TaskRefused.claimedBy(claim.name(), claim.at());
        }
        claim = new Claim(actor.requireAccount(), actor.name(), now);
    }

    /** Gives it back to the office; the claimant, or the approver for somebody absent. */
    void release(Actor actor) {
        requireGoingOn();
        if (claim == null) {
            throw TaskRefused.notClaimed();
        }
        requireInHand(actor);
        claim = null;
    }

    void handTo(Actor actor, Colleague colleague, Instant now) {
        requireGoingOn();
        requireInHand(actor);
        claim = new Claim(colleague.account(), colleague.name(), now);
    }

    /** Gives it to the office above or below; nobody there has it yet. */
    void handTo(Actor actor, Duty there, Instant now) {
        requireGoingOn();
        requireInHand(actor);
        handover = new Handover(actor.requireAccount(), actor.name(), now, duty);
        duty = there;
        claim = null;
    }

    /**
     * Brings back what was handed up or down and nobody there has taken in hand; whoever handed it
     * over, or any of the office it came from.
     */
    void takeBack(Actor actor) {
        requireGoingOn();
        var last = handover;
        if (last == null || !mayBeTakenBackBy(actor)) {
            throw TaskRefused.nothingToTakeBack();
        }
        if (claim != null) {
            throw TaskRefused.claimedBy(claim.name(), claim.at());
        }
        duty = last.from();
        handover = null;
    }

    /** Whoever handed it up or down, and the office it came from. */
    boolean mayBeTakenBackBy(Actor actor) {
        var role = actor.role();
        return handedBy(actor)
                || (handover != null
                        && role != null
                        && handover.from().roles().contains(role)
                        && handover.from().place().coveredBy(actor.scope()));
    }

    /** The claimant, or anybody of the office while nobody has it. */
    void finish(Actor actor, String note, Instant now) {
        requireGoingOn();
        if (!origin.kind().doneByHand()) {
            throw TaskRefused.closedByItsModule();
        }
        if (claim != null && !claimedBy(actor.account())) {
            throw TaskRefused.claimedBy(claim.name(), claim.at());
        }
        end(TaskStatus.DONE, actor.name(), note, now);
    }

    /** By the module whose matter it is, whoever has the task in hand; false if it had ended. */
    boolean end(TaskStatus how, String by, String reason, Instant now) {
        if (end != null) {
            return false;
        }
        end = new End(how, now, by, reason);
        alarm = new Alarm(alarm.step(), null);
        return true;
    }

    /**
     * Looks at the deadline: what has passed that nobody was told of yet, in order. After a jump of
     * the clock nobody is reminded of what is late already.
     */
    List<Passed> look(Instant now, Duration aboveAfter) {
        var deadline = origin.deadline();
        var due = alarm.nextAt();
        if (deadline == null || end != null || due == null || due.isAfter(now)) {
            return List.of();
        }
        var reached = step(deadline, now, aboveAfter);
        var passed = reached == 0 ? List.of(Passed.REMIND) : between(alarm.step(), reached);
        goUp(deadline.escalation(), reached);
        alarm =
                new Alarm(
                        Math.max(reached, alarm.step()),
                        deadline.nextAlarm(now, aboveAfter).orElse(null));
        return passed;
    }

    private static int step(Deadline deadline, Instant now, Duration aboveAfter) {
        if (!deadline.lateAt(now)) {
            return 0;
        }
        var longOverdue = !now.isBefore(deadline.dueAt().plus(aboveAfter));
        return longOverdue && deadline.escalation() == Escalation.TO_APPROVER_THEN_ABOVE ? 2 : 1;
    }

    private static List<Passed> between(int told, int reached) {
        return IntStream.rangeClosed(told + 1, reached)
                .mapToObj(step -> step == 1 ? Passed.OVERDUE : Passed.OVERDUE_LONG)
                .toList();
    }

    private void goUp(Escalation escalation, int step) {
        var escalated = EnumSet.noneOf(Role.class);
        escalated.addAll(duty.escalated());
        if (step > 0 && escalation != Escalation.NONE) {
            Ladder.approver(duty.office()).ifPresent(escalated::add);
        }
        if (step > 1) {
            Ladder.above(duty.office()).flatMap(Ladder::approver).ifPresent(escalated::add);
        }
        duty = new Duty(duty.place(), duty.placeName(), duty.doers(), escalated);
    }

    private void requireGoingOn() {
        if (end != null) {
            throw TaskRefused.ended(end.by(), end.at());
        }
    }

    private void requireInHand(Actor actor) {
        var mine = claim == null || claimedBy(actor.account());
        var role = actor.role();
        if (!mine && (role == null || !Ladder.approves(role))) {
            throw TaskRefused.claimedBy(
                    Objects.requireNonNull(claim).name(), Objects.requireNonNull(claim).at());
        }
    }
}
