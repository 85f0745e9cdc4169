package cn.jiping.exam;

import cn.jiping.clock.BusinessClock;
import cn.jiping.institution.SiteEvent;
import cn.jiping.institution.SiteId;
import cn.jiping.notice.Argument;
import cn.jiping.plan.ExamSessions;
import cn.jiping.plan.SessionId;
import cn.jiping.plan.SessionView;
import cn.jiping.registration.RegistrationEvent;
import cn.jiping.shared.Actor;
import cn.jiping.shared.Role;
import cn.jiping.shared.Scope;
import cn.jiping.task.Deadline;
import cn.jiping.task.TaskDraft;
import cn.jiping.task.TaskKind;
import cn.jiping.task.TaskPlace;
import cn.jiping.task.TaskSubject;
import cn.jiping.task.Tasks;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * 换实操考点: a site that is put out of use while tests are still to be held there becomes a task of the
 * city for each group, until it has entered another.
 */
@Component
class PracticalSites {
    static final TaskKind CHANGE = TaskKind.closedByItsModule("exam-practical-site-closed");
    private static final Actor PROGRAM = Actor.program("exam.dues");

    private final PracticalStore store;
    private final PracticalGroups groups;
    private final ExamSessions sessions;
    private final DueDays days;
    private final Tasks tasks;
    private final TaskReasons reasons;
    private final BusinessClock clock;

    PracticalSites(
            PracticalStore store,
            PracticalGroups groups,
            ExamSessions sessions,
            DueDays days,
            Tasks tasks,
            TaskReasons reasons,
            BusinessClock clock) {
        this.store = store;
        this.groups = groups;
        this.sessions = sessions;
        this.days = days;
        this.tasks = tasks;
        this.reasons = reasons;
        this.clock = clock;
    }

    /** In the transaction that closes it. */
    @EventListener
    void closed(SiteEvent.Closed event) {
        store.loadSessionsAt(event.site(), clock.today())
                .forEach(session -> open(sessions.find(PROGRAM, session), event.site()));
    }

    private void open(SessionView view, SiteId site) {
        for (var group : groups.list(Scope.all(), view)) {
            var place = group.place();
            if (place != null
                    && place.what().site().equals(site)
                    && !place.what().day().isBefore(clock.today())
                    && !store.begun(key(view, group.key()))) {
                tasks.open(PROGRAM, task(view, group, place));
            }
        }
    }

    private static PracticalStore.Key key(SessionView view, PracticalKey group) {
        return PracticalGroups.of(group, view.offering(group.offering()).orElseThrow());
    }

    private TaskDraft task(SessionView view, PracticalView group, PracticalPlace place) {
        var key = group.key();
        return new TaskDraft(
                CHANGE,
                List.of(
                        Argument.of(group.city().name()),
                        Argument.of(group.occupation()),
                        Argument.named("word.Sitting." + group.sitting()),
                        Argument.of(place.siteName()),
                        Argument.of(view.heading().title())),
                new TaskSubject(
                        "session",
                        key.session().toString(),
                        "/authority/exams/"
                                + key.session()
                                + "/practicals/"
                                + key.city()
                                + "/"
                                + key.offering()
                                + "/"
                                + key.sitting().code()),
                new TaskPlace.Division(key.city()),
                Set.of(Role.CITY_CLERK),
                deadline(view, place.what().day()),
                taskKey(key(view, key), place.version()));
    }

    /** The day before, while there is one; by what also says until when it is entered first. */
    private @Nullable Deadline deadline(SessionView view, LocalDate day) {
        var before = day.minusDays(1);
        var last = before.isBefore(clock.today()) ? clock.today() : before;
        return days.find(view, ExamDue.PRACTICAL_ARRANGEMENT)
                .map(first -> first.reasons().getFirst().source())
                .map(source -> Deadline.endOf(last, source).remindingDaysBefore(1))
                .orElse(null);
    }

    /** What is changed to yet another site that is closed later is another task. */
    private static String taskKey(PracticalStore.Key key, int version) {
        return CHANGE.code()
                + "/"
                + key.session()
                + "/"
                + key.city()
                + "/"
                + key.occupation()
                + "/"
                + key.level().code()
                + "/"
                + key.sitting()
                + "/"
                + version;
    }

    /** In the transaction that enters another. */
    @EventListener
    void entered(ExamEvent.PracticalEntered event) {
        if (event.version() > 1) {
            var view = sessions.find(PROGRAM, event.group().session());
            tasks.close(PROGRAM, taskKey(key(view, event.group()), event.version() - 1), "");
        }
    }

    @EventListener
    void moved(ExamEvent.GroupMoved event) {
        cancelEmpty(event.session());
    }

    @TransactionalEventListener(phase = TransactionPhase.BEFORE_COMMIT)
    void left(RegistrationEvent.Withdrawn event) {
        cancelEmpty(event.application().session());
    }

    /** Where nobody is left there is nothing to change. */
    private void cancelEmpty(SessionId session) {
        var places = store.list(Scope.all(), session);
        if (places.isEmpty()) {
            return;
        }
        var view = sessions.find(PROGRAM, session);
        var still =
                groups.list(Scope.all(), view).stream()
                        .map(group -> key(view, group.key()))
                        .collect(Collectors.toSet());
        places.forEach((key, place) -> {
            if (!still.contains(key)) {
                tasks.cancel(PROGRAM, taskKey(key, place.version()), reasons.nobodyLeft());
            }
        });
    }
}
