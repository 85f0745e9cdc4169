package cn.jiping.exam;

import cn.jiping.notice.Argument;
import cn.jiping.plan.SessionView;
import cn.jiping.shared.Actor;
import cn.jiping.shared.Role;
import cn.jiping.shared.Source;
import cn.jiping.task.Deadline;
import cn.jiping.task.TaskDraft;
import cn.jiping.task.TaskKind;
import cn.jiping.task.TaskPlace;
import cn.jiping.task.TaskSubject;
import cn.jiping.task.Tasks;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** 不足人数的组的待办: for the city to propose, for the province to decide. */
@Component
class GroupTasks {
    static final TaskKind PROPOSE = TaskKind.closedByItsModule("exam-small-group-propose");
    static final TaskKind DECIDE = TaskKind.closedByItsModule("exam-small-group-decide");

    private final Tasks tasks;

    GroupTasks(Tasks tasks) {
        this.tasks = tasks;
    }

    void toPropose(Actor actor, SessionView view, SmallGroup group, Source source) {
        tasks.open(actor, task(PROPOSE, Role.CITY_CLERK, view, group, source));
    }

    void toDecide(Actor actor, SessionView view, SmallGroup group, Source source) {
        tasks.close(actor, key(PROPOSE, group), "");
        tasks.open(actor, task(DECIDE, Role.PROVINCE_APPROVER, view, group, source));
    }

    void sentBack(Actor actor, SessionView view, SmallGroup group, String before, Source source) {
        tasks.close(actor, before, "");
        toPropose(actor, view, group, source);
    }

    void decided(Actor actor, SmallGroup group) {
        tasks.close(actor, key(PROPOSE, group), "");
        tasks.close(actor, key(DECIDE, group), "");
    }

    void cancel(Actor actor, SmallGroup group, String reason) {
        tasks.cancel(actor, key(PROPOSE, group), reason);
        tasks.cancel(actor, key(DECIDE, group), reason);
    }

    static String key(TaskKind kind, SmallGroup group) {
        return kind.code()
                + "/"
                + group.key().session()
                + "/"
                + group.id()
                + "/"
                + group.course().round();
    }

    private static TaskDraft task(
            TaskKind kind, Role role, SessionView view, SmallGroup group, Source source) {
        return new TaskDraft(
                kind,
                List.of(
                        Argument.of(group.city().name()),
                        Argument.of(group.key().occupation()),
                        Argument.of(view.heading().title())),
                new TaskSubject(
                        "small-group",
                        group.id().toString(),
                        "/authority/exams/" + view.id() + "/groups/" + group.id()),
                new TaskPlace.Division(group.key().city()),
                Set.of(role),
                Deadline.endOf(group.course().dueOn(), source),
                key(kind, group));
    }
}
