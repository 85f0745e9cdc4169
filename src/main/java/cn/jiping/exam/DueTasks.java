package cn.jiping.exam;

import cn.jiping.audit.Act;
import cn.jiping.audit.AuditTrail;
import cn.jiping.clock.BusinessClock;
import cn.jiping.notice.Argument;
import cn.jiping.plan.SessionView;
import cn.jiping.shared.Actor;
import cn.jiping.shared.Finding;
import cn.jiping.shared.Role;
import cn.jiping.task.Deadline;
import cn.jiping.task.TaskDraft;
import cn.jiping.task.TaskKind;
import cn.jiping.task.TaskPlace;
import cn.jiping.task.TaskSubject;
import cn.jiping.task.Tasks;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** 报送待办: what a city owes is a task from the day it is open until it is done or off. */
@Component
class DueTasks {
    static final TaskKind ENTER = TaskKind.closedByItsModule("exam-practical-arrangement");
    static final TaskKind SHEETS = TaskKind.closedByItsModule("exam-answer-sheets");
    static final TaskKind SCORES = TaskKind.closedByItsModule("exam-practical-scores");
    private static final Actor PROGRAM = Actor.program("exam.dues");

    private final CityDueStore store;
    private final RosterStore roster;
    private final DueDays days;
    private final Tasks tasks;
    private final TaskReasons reasons;
    private final AuditTrail audit;
    private final BusinessClock clock;

    DueTasks(
            CityDueStore store,
            RosterStore roster,
            DueDays days,
            Tasks tasks,
            TaskReasons reasons,
            AuditTrail audit,
            BusinessClock clock) {
        this.store = store;
        this.roster = roster;
        this.days = days;
        this.tasks = tasks;
        this.reasons = reasons;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Opens what is planned; nothing happens a second time.
     *
     * @throws cn.jiping.shared.Unanswerable if nothing says until when
     */
    void open(SessionView view, CityDueStore.Key key) {
        var due = days.of(view, key.what());
        if (store.open(key, clock.now(), due)) {
            tasks.open(PROGRAM, task(view, key, due));
        }
    }

    /**
     * The same from now on, and anew if it was done, because more of it has come; nothing where
     * nothing says until when.
     */
    void openAgain(SessionView view, CityDueStore.Key key) {
        var now = clock.now();
        days.find(view, key.what())
                .ifPresent(due -> {
                    store.plan(key, now);
                    if (store.open(key, now, due) || store.reopen(key, now)) {
                        tasks.open(PROGRAM, task(view, key, due));
                    }
                });
    }

    private TaskDraft task(SessionView view, CityDueStore.Key key, Finding<LocalDate> due) {
        var exam = roster.load(key.session(), key.city()).orElseThrow();
        return new TaskDraft(
                kind(key.what()),
                List.of(Argument.of(exam.city().name()), Argument.of(view.heading().title())),
                new TaskSubject("session", key.session().toString(), path(key)),
                new TaskPlace.Division(key.city()),
                Set.of(Role.CITY_CLERK),
                Deadline.endOf(due.value(), due.reasons().getFirst().source())
                        .remindingDaysBefore(1),
                taskKey(key));
    }

    private static TaskKind kind(ExamDue what) {
        return switch (what) {
            case PRACTICAL_ARRANGEMENT -> ENTER;
            case ANSWER_SHEETS -> SHEETS;
            case PRACTICAL_SCORES -> SCORES;
        };
    }

    private static String path(CityDueStore.Key key) {
        return switch (key.what()) {
            case PRACTICAL_ARRANGEMENT -> "/authority/exams/" + key.session() + "/practicals";
            case ANSWER_SHEETS ->
                    "/authority/exams/" + key.session() + "/" + key.city() + "/packets";
            case PRACTICAL_SCORES -> "/authority/scores/" + key.session() + "/" + key.city();
        };
    }

    /** What may be opened again is another task each time. */
    private String taskKey(CityDueStore.Key key) {
        var plain = "exam/" + key.session() + "/" + key.city() + "/" + key.what();
        return switch (key.what()) {
            case ANSWER_SHEETS, PRACTICAL_SCORES -> plain;
            case PRACTICAL_ARRANGEMENT ->
                    plain + "/" + store.loadOpened(key).map(Instant::toEpochMilli).orElseThrow();
        };
    }

    /** 已报送: the task ends; nothing happens a second time. */
    void met(Actor actor, CityDueStore.Key key) {
        if (store.meet(key, clock.now())) {
            tasks.close(actor, taskKey(key), "");
            audit.record(
                    actor,
                    Act.of("exam.due-met", "session", key.session())
                            .in(key.city())
                            .changing("what", null, key.what()));
        }
    }

    /** Nobody is left for it: what is open is taken away, what is done stays. */
    void nobodyLeft(CityDueStore.Key key) {
        if (store.loadOpened(key).isPresent()) {
            var task = taskKey(key);
            if (store.withdraw(key)) {
                tasks.cancel(PROGRAM, task, reasons.nobodyLeft());
            }
        }
    }
}
