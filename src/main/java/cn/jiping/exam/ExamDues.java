package cn.jiping.exam;

import cn.jiping.clock.BusinessClock;
import cn.jiping.plan.ExamSessions;
import cn.jiping.plan.SessionId;
import cn.jiping.plan.SessionView;
import cn.jiping.shared.Actor;
import cn.jiping.shared.DivisionCode;
import cn.jiping.shared.Scope;
import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * 考后报送: answer sheets and practical scores of each city, due at the province in the working days
 * that the document gives; on the day of the examination they become tasks.
 */
@Service
public class ExamDues {
    private static final Actor PROGRAM = Actor.program("exam.dues");
    private static final List<ExamDue> AFTERWARDS =
            List.of(ExamDue.ANSWER_SHEETS, ExamDue.PRACTICAL_SCORES);

    private final CityDueStore store;
    private final RosterStore roster;
    private final ExamSessions sessions;
    private final DueTasks tasks;

    ExamDues(CityDueStore store, RosterStore roster, ExamSessions sessions, DueTasks tasks) {
        this.store = store;
        this.roster = roster;
        this.sessions = sessions;
        this.tasks = tasks;
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
        tasks.open(view, key);
    }

    private static boolean nobodyPractical(SessionView view, List<SeatView> seats) {
        return seats.stream()
                .allMatch(seat ->
                        seat.subjects().stream()
                                .map(subject ->
                                        Sitting.of(view, seat.occupation(), seat.level(), subject))
                                .noneMatch(Sitting::practical));
    }

    /** 已报送: the task ends; nothing happens a second time. */
    void met(Actor actor, SessionId session, DivisionCode city, ExamDue what) {
        tasks.met(actor, new CityDueStore.Key(session, city, what));
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
