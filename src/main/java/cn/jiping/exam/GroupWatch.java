package cn.jiping.exam;

import cn.jiping.audit.Act;
import cn.jiping.audit.AuditTrail;
import cn.jiping.clock.BusinessClock;
import cn.jiping.exam.SmallGroup.Signed;
import cn.jiping.plan.ExamSessions;
import cn.jiping.plan.SessionId;
import cn.jiping.plan.SessionView;
import cn.jiping.plan.SessionWindow;
import cn.jiping.shared.Actor;
import cn.jiping.shared.DivisionCode;
import cn.jiping.shared.Scope;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * 核定人数的跟踪: once payment is over, opens a group for every occupation and level that too few sit for
 * in a city, and keeps the groups in step with whoever comes or leaves later. Nobody of a waiting
 * group has a seat. Once tickets are given out, those who leave change nothing any more.
 */
@Component
class GroupWatch {
    private static final Actor PROGRAM = Actor.program("exam.groups");

    private final SmallGroupStore store;
    private final GroupLimits limits;
    private final GroupTasks tasks;
    private final GroupFile file;
    private final GroupMoves moves;
    private final AnotherDayTasks otherDays;
    private final TaskReasons reasons;
    private final Arrangements arrangements;
    private final CityReports reports;
    private final ExamSessions sessions;
    private final AuditTrail audit;
    private final BusinessClock clock;

    GroupWatch(
            SmallGroupStore store,
            GroupLimits limits,
            GroupTasks tasks,
            GroupFile file,
            GroupMoves moves,
            AnotherDayTasks otherDays,
            TaskReasons reasons,
            Arrangements arrangements,
            CityReports reports,
            ExamSessions sessions,
            AuditTrail audit,
            BusinessClock clock) {
        this.store = store;
        this.limits = limits;
        this.tasks = tasks;
        this.file = file;
        this.moves = moves;
        this.otherDays = otherDays;
        this.reasons = reasons;
        this.arrangements = arrangements;
        this.reports = reports;
        this.sessions = sessions;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * 改名册之前: once the numbers are final, whoever changes the roster holds them first, as whoever
     * decides on a group does; otherwise each would wait for what the other holds.
     */
    @Transactional
    public void hold(SessionId session) {
        var known = store.loadFinal(session);
        if (known.isPresent() && !clock.now().isBefore(known.get())) {
            store.lockFinal(session);
        }
    }

    /** 列入名册之后. */
    @Transactional
    public void entered(Entry entry) {
        var known = store.loadFinal(entry.session());
        if (known.isPresent() && clock.now().isBefore(known.get())) {
            return;
        }
        var view = sessions.find(PROGRAM, entry.session());
        store.awaitFinal(view.id(), finalAt(view));
        if (isFinal(view.id())) {
            follow(view, GroupKey.of(entry));
            store.lookAgain(view.id(), clock.now());
        }
    }

    /** The first instant after the last day of payment, or of registration where none is fixed. */
    private static Instant finalAt(SessionView view) {
        var payUntil = view.days().until(SessionWindow.PAYMENT);
        return BusinessClock.endOf(payUntil == null ? view.days().windows().closesOn() : payUntil);
    }

    private boolean isFinal(SessionId session) {
        return store.lockFinal(session)
                .filter(numbers -> !clock.now().isBefore(numbers.at()))
                .isPresent();
    }

    /** 退出名册之后. */
    @Transactional
    public void left(SessionId session) {
        if (isFinal(session)) {
            var view = sessions.find(PROGRAM, session);
            if (!ticketsOut(view)) {
                followAll(view);
            }
            sessions.onOtherDays(session).forEach(another -> followLeaving(another.id()));
            store.lookAgain(session, clock.now());
        }
    }

    /** A group on another day is never too small again; once the last one leaves it is empty. */
    private void followLeaving(SessionId another) {
        arrangements.list(PROGRAM, another).forEach(otherDays::left);
    }

    private boolean ticketsOut(SessionView view) {
        var from = view.days().from(SessionWindow.TICKETS);
        return from != null && !clock.today().isBefore(from);
    }

    /**
     * 核定: opens the small groups of a session once its numbers are final, and asks its cities for
     * their reports.
     */
    @Transactional
    public void count(SessionId session) {
        var numbers = store.lockFinal(session).filter(known -> !known.counted());
        if (numbers.isPresent()) {
            var view = sessions.find(PROGRAM, session);
            followAll(view);
            reports.ask(PROGRAM, view);
            store.counted(session, clock.now());
            store.lookAgain(session, numbers.get().at());
        }
    }

    private void followAll(SessionView view) {
        var keys = new LinkedHashSet<>(store.loadCounts(view.id()).keySet());
        store.list(Scope.all(), view.id()).stream()
                .filter(group -> group.status().waiting())
                .forEach(group -> keys.add(group.key()));
        keys.forEach(key -> follow(view, key));
    }

    private void follow(SessionView view, GroupKey key) {
        var limit = limits.of(view);
        if (limit.isPresent()) {
            follow(view, key, store.loadMembers(key), limit.get().terms().threshold());
        }
    }

    private void follow(SessionView view, GroupKey key, List<Entry> members, int threshold) {
        var known = store.load(key);
        var few = !members.isEmpty() && members.size() < threshold;
        if (known.isEmpty()) {
            if (few) {
                open(view, key, members);
            }
            return;
        }
        var group = known.get();
        if (group.status().waiting()) {
            if (few) {
                recount(group, members.size());
            } else {
                settle(view, group, members.size());
            }
        } else if (few) {
            again(view, group, members);
        }
    }

    private void open(SessionView view, GroupKey key, List<Entry> members) {
        var group =
                SmallGroup.open(
                        key,
                        members.getFirst().city().name(),
                        members.size(),
                        clock.now(),
                        rule(view).proposeBy(clock.today()).value());
        file.insert(PROGRAM, group);
        opened(view, group);
    }

    private SmallGroupRule rule(SessionView view) {
        return limits.rule(view, clock.today());
    }

    private void opened(SessionView view, SmallGroup group) {
        store.unseat(group.key());
        tasks.toPropose(PROGRAM, view, group, rule(view).law().source());
        audit.record(
                PROGRAM, act("opened", group).changing("candidates", null, group.candidates()));
    }

    static Act act(String what, SmallGroup group) {
        return Act.of("exam.small-group-" + what, "small-group", group.id())
                .in(group.key().city())
                .changing("occupation", null, group.key().occupation());
    }

    private void recount(SmallGroup group, int count) {
        store.unseat(group.key());
        if (group.recount(count)) {
            file.save(PROGRAM, group);
        }
    }

    private void settle(SessionView view, SmallGroup group, int count) {
        group.settle(count);
        file.save(PROGRAM, group);
        tasks.cancel(PROGRAM, group, reasons.of(group.status()));
        audit.record(PROGRAM, act("settled", group).changing("status", null, group.status()));
        seatRest(view.id(), group.key().city());
    }

    /** Too few once more: latecomers go where the others went; otherwise it is decided anew. */
    private void again(SessionView view, SmallGroup group, List<Entry> members) {
        var decided = group.steps().decided();
        if (group.status() == SmallGroupStatus.DECIDED && decided != null) {
            change(PROGRAM, view, decided, members);
            return;
        }
        group.reopen(members.size(), clock.now(), rule(view).proposeBy(clock.today()).value());
        file.save(PROGRAM, group);
        opened(view, group);
    }

    /** 执行决定: whoever sits in the group, and whoever was pooled into it before. */
    void carryOut(Actor actor, SessionView view, SmallGroup group, Signed decision) {
        store.loadPooledInto(group.key())
                .forEach(earlier -> {
                    earlier.follow(decision);
                    file.save(actor, earlier);
                });
        change(actor, view, decision, store.loadMembers(group.key()));
        store.lookAgain(view.id(), clock.now());
    }

    private void change(Actor actor, SessionView view, Signed decision, List<Entry> members) {
        switch (decision.measure()) {
            case GroupMeasure.Pool(var to) -> {
                moves.pool(view, decision, members, to);
                received(view, members, to);
            }
            case GroupMeasure.Move(var day) ->
                    moves.postpone(actor, view, decision, members, day);
        }
    }

    private void received(SessionView view, List<Entry> members, Entry.City city) {
        members.stream()
                .map(entry -> GroupKey.of(entry).in(city.division()))
                .distinct()
                .forEach(key -> follow(view, key));
        seatRest(view.id(), city.division());
    }

    /** Seats in a city that is arranged already, for whoever has none and does not wait. */
    private void seatRest(SessionId session, DivisionCode city) {
        var waiting =
                store.loadWaiting(session, city).stream()
                        .map(SmallGroup::key)
                        .collect(Collectors.toSet());
        arrangements.seat(
                PROGRAM,
                store.loadUnseated(session, city).stream()
                        .filter(entry -> !waiting.contains(GroupKey.of(entry)))
                        .toList());
    }
}
