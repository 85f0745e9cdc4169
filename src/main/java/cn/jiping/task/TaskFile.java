package cn.jiping.task;

import cn.jiping.audit.Act;
import cn.jiping.audit.AuditTrail;
import cn.jiping.clock.BusinessClock;
import cn.jiping.shared.Actor;
import cn.jiping.shared.Ids;
import org.springframework.stereotype.Component;

/** 办理记录: each step of a task, kept with it and in the audit trail. */
@Component
class TaskFile {
    private final TaskStore store;
    private final TaskTexts texts;
    private final AuditTrail audit;
    private final BusinessClock clock;

    TaskFile(TaskStore store, TaskTexts texts, AuditTrail audit, BusinessClock clock) {
        this.store = store;
        this.texts = texts;
        this.audit = audit;
        this.clock = clock;
    }

    void save(Actor actor, Task task, String act, String was, String became, String reason) {
        store.save(task);
        note(actor, task, act, was, became, reason);
    }

    void note(Actor actor, Task task, String act, String was, String became, String reason) {
        var doer = actor.signedIn() ? actor.name() : texts.program();
        var version = act.equals("task.opened") ? 0 : task.version() + 1;
        store.addStep(
                task.id(),
                Ids.next(),
                version,
                new TaskStep(act, doer, clock.now(), was, became, reason));
        audit.record(
                actor,
                located(Act.of(act, "task", task.id()), task.duty().place())
                        .changing(
                                "with",
                                was.isEmpty() ? null : was,
                                became.isEmpty() ? null : became)
                        .changing("status", null, task.status())
                        .because(reason.isEmpty() ? null : reason));
    }

    private static Act located(Act act, TaskPlace place) {
        return switch (place) {
            case TaskPlace.Division(var code) -> act.in(code);
            case TaskPlace.Body(var body, _) -> act.at(body);
            case TaskPlace.Platform(), TaskPlace.Person _ -> act;
        };
    }
}
