package cn.jiping.exam;

import cn.jiping.audit.Act;
import cn.jiping.audit.AuditTrail;
import cn.jiping.clock.BusinessClock;
import cn.jiping.notice.Argument;
import cn.jiping.plan.ExamSessions;
import cn.jiping.plan.SessionId;
import cn.jiping.plan.SessionView;
import cn.jiping.registration.RegistrationEvent;
import cn.jiping.shared.Actor;
import cn.jiping.shared.DivisionCode;
import cn.jiping.shared.Finding;
import cn.jiping.shared.Role;
import cn.jiping.shared.Scope;
import cn.jiping.shared.Unanswerable;
import cn.jiping.task.Deadline;
import cn.jiping.task.TaskDraft;
import cn.jiping.task.TaskKind;
import cn.jiping.task.TaskPlace;
import cn.jiping.task.TaskSubject;
import cn.jiping.task.Tasks;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
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
    static final TaskKind ENTER = TaskKind.closedByItsModule("exam-practical-arrangement");
    private static final Actor PROGRAM = Actor.program("exam.dues");

    private final CityDueStore store;
    private final PracticalGroups groups;
    private final RosterStore roster;
    private final ExamSessions sessions;
    private final DueDays days;
    private final Tasks tasks;
    private final TaskReasons reasons;
    private final AuditTrail audit;
    private final BusinessClock clock;

    PracticalDues(
            CityDueStore store,
            PracticalGroups groups,
            RosterStore roster,
            ExamSessions sessions,
            DueDays days,
            Tasks tasks,
            TaskReasons reasons,
            AuditTrail audit,
            BusinessClock clock) {
        this.store = store;
        this.groups = groups;
        this.roster = roster;
        this.sessions = sessions;
        this.days = days;
        this.tasks = tasks;
        this.reasons = reasons;
        this.audit = audit;
        this.clock = clock;
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
            nobodyLeft(key);
        } else if (all.stream().anyMatch(group -> group.place() == null)) {
            due(view).ifPresent(due -> open(view, key, due));
        } else if (store.meet(key, clock.now())) {
            tasks.close(actor, taskKey(key), "");
            audit.record(
                    actor,
                    Act.of("exam.due-met", "session", session)
                            .in(city)
                            .changing("what", null, key.what()));
        }
    }

    private void nobodyLeft(CityDueStore.Key key) {
        if (store.loadOpened(key).isPresent()) {
            var task = taskKey(key);
            if (store.withdraw(key)) {
                tasks.cancel(PROGRAM, task, reasons.nobodyLeft());
            }
        }
    }

    /** Empty where nothing says until when. */
    private Optional<Finding<LocalDate>> due(SessionView view) {
        try {
            return Optional.of(days.of(view, ExamDue.PRACTICAL_ARRANGEMENT));
        } catch (Unanswerable _) {
            return Optional.empty();
        }
    }

    private void open(SessionView view, CityDueStore.Key key, Finding<LocalDate> due) {
        var now = clock.now();
        store.plan(key, now);
        if (store.open(key, now, due) || store.reopen(key, now)) {
            tasks.open(PROGRAM, task(view, key, due));
        }
    }

    private TaskDraft task(SessionView view, CityDueStore.Key key, Finding<LocalDate> due) {
        var exam = roster.load(key.session(), key.city()).orElseThrow();
        return new TaskDraft(
                ENTER,
                List.of(Argument.of(exam.city().name()), Argument.of(view.heading().title())),
                new TaskSubject(
                        "session",
                        key.session().toString(),
                        "/authority/exams/" + key.session() + "/practicals"),
                new TaskPlace.Division(key.city()),
                Set.of(Role.CITY_CLERK),
                Deadline.endOf(due.value(), due.reasons().getFirst().source())
                        .remindingDaysBefore(1),
                taskKey(key));
    }

    /** Opened again, it is another task. */
    private String taskKey(CityDueStore.Key key) {
        var opened = store.loadOpened(key).orElseThrow();
        return "exam/"
                + key.session()
                + "/"
                + key.city()
                + "/"
                + key.what()
                + "/"
                + opened.toEpochMilli();
    }
}
