package cn.jiping.task;

import cn.jiping.account.AccountEvent;
import cn.jiping.account.ProposalId;
import cn.jiping.notice.Argument;
import cn.jiping.shared.AccountId;
import cn.jiping.shared.Actor;
import cn.jiping.shared.DivisionCode;
import cn.jiping.shared.Role;
import cn.jiping.shared.Source;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/**
 * 账号待办: tasks for the administrators of the place, while a proposal waits for a second person
 * (双人确认) and each time an account is to be looked at (账号复核).
 */
@Component
class AccountTasks {
    static final TaskKind SECOND_PERSON = TaskKind.closedByItsModule("second-person");
    static final TaskKind REVIEW = TaskKind.closedByItsModule("account-review");

    private static final Actor ACCOUNT = Actor.program("account");
    private static final Source TWO_PERSONS = new Source.Practice("重要岗位和找回登录由第二人确认；过期不确认的自动作废");
    private static final Source REVIEWED = new Source.Practice("账号定期复核，及时收回不再需要的权限");

    private final Tasks tasks;
    private final TaskTexts texts;

    AccountTasks(Tasks tasks, TaskTexts texts) {
        this.tasks = tasks;
        this.texts = texts;
    }

    @ApplicationModuleListener
    void askForASecondPerson(AccountEvent.SecondPersonNeeded event) {
        open(
                SECOND_PERSON,
                event.name(),
                new TaskSubject(
                        "proposal", event.proposal().toString(), "/admin/accounts/proposals"),
                event.division(),
                Deadline.at(event.expiresAt(), TWO_PERSONS),
                key(event.proposal()));
    }

    @ApplicationModuleListener
    void secondPersonAnswered(AccountEvent.ProposalClosed event) {
        tasks.close(ACCOUNT, key(event.proposal()), texts.secondPersonDone());
    }

    @ApplicationModuleListener
    void askForAReview(AccountEvent.ReviewDue event) {
        open(
                REVIEW,
                event.name(),
                new TaskSubject(
                        "account",
                        event.account().toString(),
                        "/admin/accounts/" + event.account()),
                event.home(),
                Deadline.endOf(event.dueOn(), REVIEWED),
                key(event.account(), event.dueOn()));
    }

    @ApplicationModuleListener
    void reviewed(AccountEvent.Reviewed event) {
        tasks.close(ACCOUNT, key(event.account(), event.dueOn()), texts.reviewed());
    }

    private void open(
            TaskKind kind,
            String name,
            TaskSubject subject,
            @Nullable DivisionCode place,
            Deadline deadline,
            String key) {
        tasks.open(
                ACCOUNT,
                new TaskDraft(
                        kind,
                        List.of(Argument.of(name)),
                        subject,
                        place == null ? new TaskPlace.Platform() : new TaskPlace.Division(place),
                        Set.of(Role.ADMINISTRATOR),
                        deadline.escalating(Escalation.NONE),
                        key));
    }

    private static String key(ProposalId proposal) {
        return "second-person/" + proposal;
    }

    private static String key(AccountId account, LocalDate dueOn) {
        return "account-review/" + account + "/" + dueOn;
    }
}
