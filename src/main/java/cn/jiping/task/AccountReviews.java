package cn.jiping.task;

import cn.jiping.account.AccountEvent;
import cn.jiping.notice.Argument;
import cn.jiping.shared.AccountId;
import cn.jiping.shared.Actor;
import cn.jiping.shared.Role;
import cn.jiping.shared.Source;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** 账号复核: a task for the administrators of the place each time an account is to be looked at. */
@Component
class AccountReviews {
    static final TaskKind KIND = TaskKind.closedByItsModule("account-review");

    private static final Source PRACTICE = new Source.Practice("账号定期复核，及时收回不再需要的权限");

    private final Tasks tasks;
    private final TaskTexts texts;

    AccountReviews(Tasks tasks, TaskTexts texts) {
        this.tasks = tasks;
        this.texts = texts;
    }

    @ApplicationModuleListener
    void openTask(AccountEvent.ReviewDue event) {
        var home = event.home();
        tasks.open(
                Actor.program("account"),
                new TaskDraft(
                        KIND,
                        List.of(Argument.of(event.name())),
                        new TaskSubject(
                                "account",
                                event.account().toString(),
                                "/admin/accounts/" + event.account()),
                        home == null ? new TaskPlace.Platform() : new TaskPlace.Division(home),
                        Set.of(Role.ADMINISTRATOR),
                        Deadline.endOf(event.dueOn(), PRACTICE).escalating(Escalation.NONE),
                        key(event.account(), event.dueOn())));
    }

    @ApplicationModuleListener
    void closeTask(AccountEvent.Reviewed event) {
        tasks.close(
                Actor.program("account"), key(event.account(), event.dueOn()), texts.reviewed());
    }

    private static String key(AccountId account, LocalDate dueOn) {
        return "account-review/" + account + "/" + dueOn;
    }
}
