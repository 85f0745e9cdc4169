package cn.jiping.task;

import cn.jiping.account.AccountEvent;
import cn.jiping.account.ProposalId;
import cn.jiping.notice.Argument;
import cn.jiping.shared.Actor;
import cn.jiping.shared.Role;
import cn.jiping.shared.Source;
import java.util.List;
import java.util.Set;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** 双人确认: a task for the administrators of the place while a proposal waits for a second person. */
@Component
class SecondPersons {
    static final TaskKind KIND = TaskKind.closedByItsModule("second-person");

    private static final Source PRACTICE = new Source.Practice("重要岗位和找回登录由第二人确认；过期不确认的自动作废");

    private final Tasks tasks;
    private final TaskTexts texts;

    SecondPersons(Tasks tasks, TaskTexts texts) {
        this.tasks = tasks;
        this.texts = texts;
    }

    @ApplicationModuleListener
    void openTask(AccountEvent.SecondPersonNeeded event) {
        var division = event.division();
        tasks.open(
                Actor.program("account"),
                new TaskDraft(
                        KIND,
                        List.of(Argument.of(event.name())),
                        new TaskSubject(
                                "proposal",
                                event.proposal().toString(),
                                "/admin/accounts/proposals"),
                        division == null
                                ? new TaskPlace.Platform()
                                : new TaskPlace.Division(division),
                        Set.of(Role.ADMINISTRATOR),
                        Deadline.at(event.expiresAt(), PRACTICE).escalating(Escalation.NONE),
                        key(event.proposal())));
    }

    @ApplicationModuleListener
    void closeTask(AccountEvent.ProposalClosed event) {
        tasks.close(Actor.program("account"), key(event.proposal()), texts.secondPersonDone());
    }

    private static String key(ProposalId proposal) {
        return "second-person/" + proposal;
    }
}
