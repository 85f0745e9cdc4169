package cn.jiping.exam;

import cn.jiping.audit.Act;
import cn.jiping.audit.AuditTrail;
import cn.jiping.clock.BusinessClock;
import cn.jiping.exam.SmallGroup.Signed;
import cn.jiping.plan.ExamSessions;
import cn.jiping.plan.SessionId;
import cn.jiping.plan.SessionView;
import cn.jiping.plan.SessionWindow;
import cn.jiping.policy.Policies;
import cn.jiping.shared.Actor;
import cn.jiping.shared.DivisionCode;
import cn.jiping.shared.Scope;
import cn.jiping.shared.Stale;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.function.Consumer;
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
    private final GroupNotices notices;
    private final AnotherDayTasks otherDays;
    private final Arrangements arrangements;
    private final CityReports reports;
    private final ExamSessions sessions;
    private final Policies policies;
    private final AuditTrail audit;
    private final BusinessClock clock;

    GroupWatch(
            SmallGroupStore store,
            GroupLimits limits,
            GroupTasks tasks,
            GroupNotices notices,
            AnotherDayTasks otherDays,
            Arrangements arrangements,
            CityReports reports,
            ExamSessions sessions,
            Policies policies,
            AuditTrail audit,
            BusinessClock clock) {
        this.store = store;
        this.limits = limits;
        this.tasks = tasks;
        this.notices = notices;
        this.otherDays = otherDays;
        this.arrangements = arrangements;
        this.reports = reports;
        this.sessions = sessions;
        this.policies = policies;
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
        arrangements.list(PROGRAM, another).stream()
                .filter(exam -> exam.candidates() == 0)
                .forEach(exam -> otherDays.nobodyLeft(another, exam.city().division()));
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
        store.insert(group);
        opened(view, group);
    }

    private SmallGroupRule rule(SessionView view) {
        return new SmallGroupRule(
                policies.book()
                        .in(view.heading().jurisdiction(), clock.today())
                        .require(SmallGroupTerms.class));
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
            save(group);
        }
    }

    private void settle(SessionView view, SmallGroup group, int count) {
        group.settle(count);
        save(group);
        tasks.cancel(PROGRAM, group, count == 0 ? "人员已全部退出" : "人数已够");
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
        save(group);
        opened(view, group);
    }

    private void save(SmallGroup group) {
        if (!store.update(group)) {
            throw new Stale(List.of(), null, null);
        }
    }

    /** 执行决定: whoever sits in the group, and whoever was pooled into it before. */
    void carryOut(Actor actor, SessionView view, SmallGroup group, Signed decision) {
        store.loadPooledInto(group.key())
                .forEach(earlier -> {
                    earlier.follow(decision);
                    save(earlier);
                });
        change(actor, view, decision, store.loadMembers(group.key()));
        store.lookAgain(view.id(), clock.now());
    }

    private void change(Actor actor, SessionView view, Signed decision, List<Entry> members) {
        var until = rule(view).withdrawBy(clock.today()).value();
        var move = moving(actor, view, decision.measure());
        for (var entry : members) {
            move.accept(entry);
            audit.record(PROGRAM, moved(entry, decision.measure()));
            var home =
                    store.loadChanged(entry.session(), entry.id())
                            .map(ChangedExam::home)
                            .orElse(entry.city());
            var changed =
                    new ChangedExam(
                            home, decision.measure(), decision.reason(), clock.now(), until);
            store.keep(entry, changed);
            notices.tell(view, entry, changed);
        }
        decision.measure().city().ifPresent(city -> received(view, members, city));
    }

    private Consumer<Entry> moving(Actor actor, SessionView view, GroupMeasure measure) {
        return switch (measure) {
            case GroupMeasure.Pool(var to) -> entry -> store.sitIn(entry, to);
            case GroupMeasure.Move(var to) -> {
                var id = sessions.onAnotherDay(actor, view.id(), to);
                var another = sessions.find(PROGRAM, id);
                yield entry -> postpone(entry, another);
            }
        };
    }

    private void postpone(Entry entry, SessionView another) {
        store.postpone(entry, another.days().theoryOn(), another.id(), clock.now());
        if (arrangements.seat(PROGRAM, entry.in(another.id()))) {
            return;
        }
        otherDays.toArrange(another, entry.city());
    }

    private static Act moved(Entry entry, GroupMeasure measure) {
        return Act.of("exam.examinee-moved", "examinee", entry.id())
                .in(entry.city().division())
                .changing(
                        "city",
                        entry.city().name(),
                        measure.city().map(Entry.City::name).orElse(null))
                .changing("day", null, measure.day().orElse(null));
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
        store.loadUnseated(session, city).stream()
                .filter(entry -> !waiting.contains(GroupKey.of(entry)))
                .forEach(entry -> arrangements.seat(PROGRAM, entry));
    }
}
