package cn.jiping.exam;

import cn.jiping.notice.Argument;
import cn.jiping.plan.SessionId;
import cn.jiping.plan.SessionView;
import cn.jiping.plan.SessionWindow;
import cn.jiping.shared.Actor;
import cn.jiping.shared.DivisionCode;
import cn.jiping.shared.Role;
import cn.jiping.task.Deadline;
import cn.jiping.task.TaskDraft;
import cn.jiping.task.TaskKind;
import cn.jiping.task.TaskPlace;
import cn.jiping.task.TaskSubject;
import cn.jiping.task.Tasks;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** 改期场次的待办: the city seats those who were moved before the first ticket is given out. */
@Component
class AnotherDayTasks {
    static final TaskKind ARRANGE = TaskKind.closedByItsModule("exam-another-day-arrange");
    private static final Actor PROGRAM = Actor.program("exam.groups");

    private final RosterStore roster;
    private final Tasks tasks;
    private final TaskReasons reasons;

    AnotherDayTasks(RosterStore roster, Tasks tasks, TaskReasons reasons) {
        this.roster = roster;
        this.tasks = tasks;
        this.reasons = reasons;
    }

    /** Somebody has no seat there; done once, it is another task for those who come later. */
    void toArrange(SessionView another, Entry.City city) {
        var days = another.days();
        var ticketFrom = Objects.requireNonNull(days.from(SessionWindow.TICKETS));
        tasks.open(
                PROGRAM,
                new TaskDraft(
                        ARRANGE,
                        List.of(Argument.of(city.name()), Argument.of(another.heading().title())),
                        new TaskSubject(
                                "session",
                                another.id().toString(),
                                "/authority/exams/" + another.id() + "/" + city.division()),
                        new TaskPlace.Division(city.division()),
                        Set.of(Role.CITY_CLERK),
                        Deadline.endOf(ticketFrom.minusDays(1), days.source()),
                        key(another.id(), city.division())));
    }

    @EventListener
    void arranged(ExamEvent.Arranged event) {
        var key = key(event.session(), event.city());
        ended(event.session(), event.city(), tasks.close(PROGRAM, key, ""));
    }

    /** Somebody left: perhaps nobody, or nobody without a seat, is left to arrange for. */
    void left(CityExam exam) {
        if (exam.waiting() == 0) {
            var city = exam.city().division();
            var why = exam.candidates() == 0 ? reasons.nobodyLeft() : reasons.everybodySeated();
            ended(exam.session(), city, tasks.cancel(PROGRAM, key(exam.session(), city), why));
        }
    }

    /** Whoever comes later is another task. */
    private void ended(SessionId another, DivisionCode city, boolean done) {
        if (done) {
            roster.taskEnded(another, city);
        }
    }

    private String key(SessionId another, DivisionCode city) {
        var ended = roster.loadTasksEnded(another, city);
        var key = ARRANGE.code() + "/" + another + "/" + city;
        return ended == 0 ? key : key + "/" + ended;
    }
}
