package cn.jiping.exam;

import cn.jiping.clock.BusinessClock;
import cn.jiping.exam.SmallGroup.Signed;
import cn.jiping.plan.ExamSessions;
import cn.jiping.plan.SessionId;
import cn.jiping.plan.SessionView;
import cn.jiping.plan.SessionWindow;
import cn.jiping.shared.Actor;
import java.time.Instant;
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

    private final FinalNumbersStore numbers;
    private final GroupChanges changes;
    private final AnotherDayTasks otherDays;
    private final Arrangements arrangements;
    private final CityReports reports;
    private final ExamSessions sessions;
    private final BusinessClock clock;

    GroupWatch(
            FinalNumbersStore numbers,
            GroupChanges changes,
            AnotherDayTasks otherDays,
            Arrangements arrangements,
            CityReports reports,
            ExamSessions sessions,
            BusinessClock clock) {
        this.numbers = numbers;
        this.changes = changes;
        this.otherDays = otherDays;
        this.arrangements = arrangements;
        this.reports = reports;
        this.sessions = sessions;
        this.clock = clock;
    }

    /**
     * 改名册之前: once the numbers are final, whoever changes the roster holds them first, as whoever
     * decides on a group does; otherwise each would wait for what the other holds.
     */
    @Transactional
    public void hold(SessionId session) {
        var known = numbers.loadFinal(session);
        if (known.isPresent() && !clock.now().isBefore(known.get())) {
            numbers.lockFinal(session);
        }
    }

    /** 列入名册之后. */
    @Transactional
    public void entered(Entry entry) {
        var known = numbers.loadFinal(entry.session());
        if (known.isPresent() && clock.now().isBefore(known.get())) {
            return;
        }
        var view = sessions.find(PROGRAM, entry.session());
        numbers.awaitFinal(view.id(), finalAt(view));
        if (isFinal(view.id())) {
            changes.follow(view, GroupKey.of(entry));
            numbers.lookAgain(view.id(), clock.now());
        }
    }

    /** The first instant after the last day of payment, or of registration where none is fixed. */
    private static Instant finalAt(SessionView view) {
        var payUntil = view.days().until(SessionWindow.PAYMENT);
        return BusinessClock.endOf(payUntil == null ? view.days().windows().closesOn() : payUntil);
    }

    private boolean isFinal(SessionId session) {
        return numbers.lockFinal(session)
                .filter(known -> !clock.now().isBefore(known.at()))
                .isPresent();
    }

    /** 退出名册之后. */
    @Transactional
    public void left(SessionId session) {
        if (isFinal(session)) {
            var view = sessions.find(PROGRAM, session);
            if (!ticketsOut(view)) {
                changes.followAll(view);
            }
            sessions.onOtherDays(session).forEach(another -> followLeaving(another.id()));
            numbers.lookAgain(session, clock.now());
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
        var known = numbers.lockFinal(session).filter(one -> !one.counted());
        if (known.isPresent()) {
            var view = sessions.find(PROGRAM, session);
            changes.followAll(view);
            reports.ask(PROGRAM, view);
            numbers.counted(session, clock.now());
            numbers.lookAgain(session, known.get().at());
        }
    }

    /** 执行决定, of the province. */
    void carryOut(Actor actor, SessionView view, SmallGroup group, Signed decision) {
        changes.carryOut(actor, view, group, decision);
        numbers.lookAgain(view.id(), clock.now());
    }
}
