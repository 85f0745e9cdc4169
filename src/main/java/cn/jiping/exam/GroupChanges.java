package cn.jiping.exam;

import cn.jiping.audit.Act;
import cn.jiping.audit.AuditTrail;
import cn.jiping.clock.BusinessClock;
import cn.jiping.exam.SmallGroup.Signed;
import cn.jiping.plan.SessionId;
import cn.jiping.plan.SessionView;
import cn.jiping.shared.Actor;
import cn.jiping.shared.DivisionCode;
import cn.jiping.shared.Scope;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * 不足人数的组的变动: opens a group where too few sit for an occupation and level, counts it anew as people
 * come and leave, ends it, and carries out what was decided.
 */
@Component
class GroupChanges {
    private static final Actor PROGRAM = Actor.program("exam.groups");

    private final SmallGroupStore store;
    private final GroupRosterStore roster;
    private final GroupLimits limits;
    private final GroupTasks tasks;
    private final GroupFile file;
    private final GroupMoves moves;
    private final TaskReasons reasons;
    private final Arrangements arrangements;
    private final AuditTrail audit;
    private final BusinessClock clock;

    GroupChanges(
            SmallGroupStore store,
            GroupRosterStore roster,
            GroupLimits limits,
            GroupTasks tasks,
            GroupFile file,
            GroupMoves moves,
            TaskReasons reasons,
            Arrangements arrangements,
            AuditTrail audit,
            BusinessClock clock) {
        this.store = store;
        this.roster = roster;
        this.limits = limits;
        this.tasks = tasks;
        this.file = file;
        this.moves = moves;
        this.reasons = reasons;
        this.arrangements = arrangements;
        this.audit = audit;
        this.clock = clock;
    }

    void followAll(SessionView view) {
        var keys = new LinkedHashSet<>(roster.loadCounts(view.id()).keySet());
        store.list(Scope.all(), view.id()).stream()
                .filter(group -> group.status().waiting())
                .forEach(group -> keys.add(group.key()));
        keys.forEach(key -> follow(view, key));
    }

    void follow(SessionView view, GroupKey key) {
        var limit = limits.of(view);
        if (limit.isPresent()) {
            follow(view, key, roster.loadMembers(key), limit.get().terms().threshold());
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
        roster.unseat(group.key());
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
        roster.unseat(group.key());
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
        change(actor, view, decision, roster.loadMembers(group.key()));
    }

    private void change(Actor actor, SessionView view, Signed decision, List<Entry> members) {
        switch (decision.measure()) {
            case GroupMeasure.Pool(var to) -> {
                moves.pool(view, decision, members, to);
                received(view, members, to);
            }
            case GroupMeasure.Move(var day) -> moves.postpone(actor, view, decision, members, day);
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
                roster.loadUnseated(session, city).stream()
                        .filter(entry -> !waiting.contains(GroupKey.of(entry)))
                        .toList());
    }
}
