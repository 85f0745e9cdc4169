package cn.jiping.exam;

import cn.jiping.audit.Act;
import cn.jiping.audit.AuditTrail;
import cn.jiping.clock.BusinessClock;
import cn.jiping.notice.Argument;
import cn.jiping.plan.ExamSessions;
import cn.jiping.plan.SessionId;
import cn.jiping.plan.SessionView;
import cn.jiping.shared.Actor;
import cn.jiping.shared.DivisionCode;
import cn.jiping.shared.Finding;
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
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * 考后报送: answer sheets and practical scores of each city, due at the province in the working days
 * that the document gives; on the day of the examination they become tasks.
 */
@Service
public class ExamDues {
    static final TaskKind SHEETS = TaskKind.closedByItsModule("exam-answer-sheets");
    static final TaskKind SCORES = TaskKind.closedByItsModule("exam-practical-scores");
    private static final Actor PROGRAM = Actor.program("exam.dues");
    private static final List<ExamDue> AFTERWARDS =
            List.of(ExamDue.ANSWER_SHEETS, ExamDue.PRACTICAL_SCORES);

    private final CityDueStore store;
    private final RosterStore roster;
    private final ExamSessions sessions;
    private final DueDays days;
    private final Tasks tasks;
    private final AuditTrail audit;
    private final BusinessClock clock;

    ExamDues(
            CityDueStore store,
            RosterStore roster,
            ExamSessions sessions,
            DueDays days,
            Tasks tasks,
            AuditTrail audit,
            BusinessClock clock) {
        this.store = store;
        this.roster = roster;
        this.sessions = sessions;
        this.days = days;
        this.tasks = tasks;
        this.audit = audit;
        this.clock = clock;
    }

    /** In the transaction of the arrangement: from then on the city owes both. */
    @EventListener
    void plan(ExamEvent.Arranged event) {
        var opens =
                BusinessClock.startOf(sessions.find(PROGRAM, event.session()).days().theoryOn());
        for (var what : AFTERWARDS) {
            store.plan(new CityDueStore.Key(event.session(), event.city(), what), opens);
        }
    }

    /**
     * Opens the task of what is due from now on, if anybody sits there still; nothing happens a
     * second time.
     */
    @Transactional
    public void open(SessionId session, DivisionCode city, ExamDue what) {
        var key = new CityDueStore.Key(session, city, what);
        var view = sessions.find(PROGRAM, session);
        var seats = roster.exportSeats(Scope.all(), session, city);
        if (seats.isEmpty() || (what == ExamDue.PRACTICAL_SCORES && nobodyPractical(view, seats))) {
            store.drop(key);
            return;
        }
        var due = days.of(view, what);
        if (store.open(key, clock.now(), due)) {
            tasks.open(PROGRAM, task(view, key, due));
        }
    }

    private static boolean nobodyPractical(SessionView view, List<SeatView> seats) {
        return seats.stream()
                .allMatch(seat ->
                        seat.subjects().stream()
                                .map(subject ->
                                        Sitting.of(view, seat.occupation(), seat.level(), subject))
                                .noneMatch(Sitting::practical));
    }

    private TaskDraft task(SessionView view, CityDueStore.Key key, Finding<LocalDate> due) {
        var exam = roster.load(key.session(), key.city()).orElseThrow();
        var sheets = key.what() == ExamDue.ANSWER_SHEETS;
        var path =
                sheets
                        ? "/authority/exams/" + key.session() + "/" + key.city() + "/packets"
                        : "/authority/scores/" + key.session() + "/" + key.city();
        return new TaskDraft(
                sheets ? SHEETS : SCORES,
                List.of(Argument.of(exam.city().name()), Argument.of(view.heading().title())),
                new TaskSubject("session", key.session().toString(), path),
                new TaskPlace.Division(key.city()),
                Set.of(Role.CITY_CLERK),
                Deadline.endOf(due.value(), due.reasons().getFirst().source())
                        .remindingDaysBefore(1),
                taskKey(key));
    }

    private static String taskKey(CityDueStore.Key key) {
        return "exam/" + key.session() + "/" + key.city() + "/" + key.what();
    }

    /** 已报送: the task ends; nothing happens a second time. */
    void met(Actor actor, SessionId session, DivisionCode city, ExamDue what) {
        var key = new CityDueStore.Key(session, city, what);
        if (store.meet(key, clock.now())) {
            tasks.close(actor, taskKey(key), "");
            audit.record(
                    actor,
                    Act.of("exam.due-met", "session", session)
                            .in(city)
                            .changing("what", null, what));
        }
    }

    /** 实际操作和综合评审成绩已齐: for the module that takes the scores in. */
    @Transactional
    public void practicalScoresReported(Actor actor, SessionId session, DivisionCode city) {
        met(actor, session, city, ExamDue.PRACTICAL_SCORES);
    }

    /** What the cities that the actor sees owe, from the day of the examination on. */
    @Transactional(readOnly = true)
    public List<CityDue> list(Actor actor, SessionId session) {
        return store.list(actor.scope(), session);
    }
}
