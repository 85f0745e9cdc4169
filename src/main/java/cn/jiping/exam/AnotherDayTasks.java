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

    private final Tasks tasks;

    AnotherDayTasks(Tasks tasks) {
        this.tasks = tasks;
    }

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
        tasks.close(PROGRAM, key(event.session(), event.city()), "");
    }

    /** Everybody of the city left: there is nothing to arrange. */
    void nobodyLeft(SessionId another, DivisionCode city) {
        tasks.cancel(PROGRAM, key(another, city), "人员已全部退出");
    }

    private static String key(SessionId another, DivisionCode city) {
        return ARRANGE.code() + "/" + another + "/" + city;
    }
}
