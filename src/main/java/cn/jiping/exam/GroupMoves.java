package cn.jiping.exam;

import cn.jiping.audit.Act;
import cn.jiping.audit.AuditTrail;
import cn.jiping.clock.BusinessClock;
import cn.jiping.exam.SmallGroup.Signed;
import cn.jiping.plan.ExamSessions;
import cn.jiping.plan.SessionView;
import cn.jiping.shared.Actor;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * 统筹和改期的执行: moves those of a small group to another city or to a day of their own, and tells each
 * of them.
 */
@Component
class GroupMoves {
    private static final Actor PROGRAM = Actor.program("exam.groups");

    private final GroupRosterStore roster;
    private final ChangedExamStore told;
    private final GroupLimits limits;
    private final GroupNotices notices;
    private final AnotherDayTasks otherDays;
    private final Arrangements arrangements;
    private final ExamSessions sessions;
    private final AuditTrail audit;
    private final BusinessClock clock;
    private final ApplicationEventPublisher events;

    GroupMoves(
            GroupRosterStore roster,
            ChangedExamStore told,
            GroupLimits limits,
            GroupNotices notices,
            AnotherDayTasks otherDays,
            Arrangements arrangements,
            ExamSessions sessions,
            AuditTrail audit,
            BusinessClock clock,
            ApplicationEventPublisher events) {
        this.roster = roster;
        this.told = told;
        this.limits = limits;
        this.notices = notices;
        this.otherDays = otherDays;
        this.arrangements = arrangements;
        this.sessions = sessions;
        this.audit = audit;
        this.clock = clock;
        this.events = events;
    }

    /** 统筹: they sit in the other city from now on; whoever calls finds seats for them. */
    void pool(SessionView view, Signed decision, List<Entry> members, Entry.City to) {
        move(view, decision, members, entry -> roster.sitIn(entry, to));
    }

    /** 改期: they sit on a day of their own, at once where seats are free. */
    void postpone(
            Actor actor, SessionView view, Signed decision, List<Entry> members, LocalDate day) {
        var another = sessions.find(PROGRAM, sessions.onAnotherDay(actor, view.id(), day));
        move(
                view,
                decision,
                members,
                entry ->
                        roster.postpone(
                                entry, another.days().theoryOn(), another.id(), clock.now()));
        if (!members.isEmpty()) {
            var there = members.stream().map(entry -> entry.in(another.id())).toList();
            arrangements.seat(PROGRAM, there);
            var city = there.getFirst().city();
            if (arrangements.find(PROGRAM, another.id(), city.division()).waiting() > 0) {
                otherDays.toArrange(another, city);
            }
        }
    }

    private void move(
            SessionView view, Signed decision, List<Entry> members, Consumer<Entry> moving) {
        var until = limits.rule(view, clock.today()).withdrawBy(clock.today()).value();
        for (var entry : members) {
            moving.accept(entry);
            audit.record(PROGRAM, moved(entry, decision.measure()));
            var home =
                    told.loadChanged(entry.session(), entry.id())
                            .map(ChangedExam::home)
                            .orElse(entry.city());
            var changed =
                    new ChangedExam(
                            home, decision.measure(), decision.reason(), clock.now(), until);
            told.keep(entry, changed);
            notices.tell(view, entry, changed);
        }
        events.publishEvent(new ExamEvent.GroupMoved(view.id(), clock.now()));
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
}
