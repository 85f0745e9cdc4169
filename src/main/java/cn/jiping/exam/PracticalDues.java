package cn.jiping.exam;

import cn.jiping.plan.ExamSessions;
import cn.jiping.plan.SessionId;
import cn.jiping.registration.RegistrationEvent;
import cn.jiping.shared.Actor;
import cn.jiping.shared.DivisionCode;
import cn.jiping.shared.Scope;
import java.util.Set;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * 录入实操考核安排: the city's task from the day its seats are arranged, as long as anything is missing.
 */
@Component
class PracticalDues {
    private static final Actor PROGRAM = Actor.program("exam.dues");

    private final CityDueStore store;
    private final PracticalGroups groups;
    private final RosterStore roster;
    private final ExamSessions sessions;
    private final DueTasks tasks;

    PracticalDues(
            CityDueStore store,
            PracticalGroups groups,
            RosterStore roster,
            ExamSessions sessions,
            DueTasks tasks) {
        this.store = store;
        this.groups = groups;
        this.roster = roster;
        this.sessions = sessions;
        this.tasks = tasks;
    }

    /** In the transaction of the arrangement. */
    @EventListener
    void arranged(ExamEvent.Arranged event) {
        look(PROGRAM, event.session(), event.city());
    }

    /** Who comes after the seats were arranged may be the first of an occupation. */
    @EventListener
    void joined(ExamEvent.Joined event) {
        look(PROGRAM, event.session(), event.city());
    }

    /** The city they came from may have nothing left to enter. */
    @EventListener
    void moved(ExamEvent.GroupMoved event) {
        lookAgain(event.session());
    }

    @TransactionalEventListener(phase = TransactionPhase.BEFORE_COMMIT)
    void left(RegistrationEvent.Withdrawn event) {
        var session = event.application().session();
        lookAgain(session);
        roster.loadMovedTo(session, event.application().id().value()).ifPresent(this::lookAgain);
    }

    private void lookAgain(SessionId session) {
        store.list(Scope.all(), session).stream()
                .filter(due -> due.what() == ExamDue.PRACTICAL_ARRANGEMENT)
                .forEach(due -> look(PROGRAM, session, due.city()));
    }

    /** Opens the task while something is missing, and closes it with the last that is entered. */
    void look(Actor actor, SessionId session, DivisionCode city) {
        var key = new CityDueStore.Key(session, city, ExamDue.PRACTICAL_ARRANGEMENT);
        var view = sessions.find(PROGRAM, session);
        var all = groups.list(Scope.ofDivisions(Set.of(city)), view);
        if (all.isEmpty()) {
            tasks.nobodyLeft(key);
        } else if (all.stream().anyMatch(group -> group.place() == null)) {
            tasks.openAgain(view, key);
        } else {
            tasks.met(actor, key);
        }
    }
}
