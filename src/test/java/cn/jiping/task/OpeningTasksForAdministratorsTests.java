package cn.jiping.task;

import static cn.jiping.task.TaskFixtures.HANGZHOU;
import static cn.jiping.task.TaskFixtures.XIHU;
import static cn.jiping.task.TaskFixtures.actor;
import static cn.jiping.task.TaskFixtures.everywhere;
import static org.assertj.core.api.Assertions.assertThat;

import cn.jiping.account.AccountEvent;
import cn.jiping.account.ProposalId;
import cn.jiping.notice.Channel;
import cn.jiping.notice.DeliveryId;
import cn.jiping.notice.NoticeEvent;
import cn.jiping.shared.AccountId;
import cn.jiping.shared.Actor;
import cn.jiping.shared.DivisionCode;
import cn.jiping.shared.Paging;
import cn.jiping.shared.Role;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.modulith.test.Scenario;

@TaskTest
class OpeningTasksForAdministratorsTests {
    private static final LocalDate DUE = LocalDate.of(2099, 5, 1);
    private static final Actor OF_HANGZHOU = actor(Role.ADMINISTRATOR, HANGZHOU, XIHU);
    private static final Actor OF_ALL = everywhere(Role.ADMINISTRATOR);

    @Autowired Tasks tasks;

    @Test
    void anAccountDueForReviewGoesToThoseOfItsPlace(Scenario events) {
        events.publish(reviewDue(AccountId.next(), "陆遥"))
                .andWaitForStateChange(() -> inbox(OF_HANGZHOU, "陆遥"), list -> !list.isEmpty())
                .andVerify(list -> {
                    assertThat(list.getFirst().title()).contains("复核 陆遥 的账号");
                    assertThat(inbox(actor(Role.ADMINISTRATOR, "330200"), "陆遥")).isEmpty();
                    assertThat(inbox(actor(Role.CITY_CLERK, HANGZHOU, XIHU), "陆遥")).isEmpty();
                });
    }

    @Test
    void theTaskIsDoneOnceTheAccountIsReviewed(Scenario events) {
        var account = AccountId.next();
        events.publish(reviewDue(account, "顾青"))
                .andWaitForStateChange(() -> inbox(OF_HANGZHOU, "顾青"), list -> !list.isEmpty())
                .andVerify(_ -> {});

        events.publish(new AccountEvent.Reviewed(account, DUE))
                .andWaitForStateChange(() -> inbox(OF_HANGZHOU, "顾青"), List::isEmpty)
                .andVerify(list -> assertThat(list).isEmpty());
    }

    @Test
    void failedDeliveriesOfADayAndChannelAreOneTask(Scenario events) {
        events.publish(gaveUp())
                .andWaitForStateChange(() -> inbox(OF_ALL, "短信"), list -> !list.isEmpty())
                .andVerify(_ -> {});

        events.publish(gaveUp())
                .andWaitForStateChange(() -> inbox(OF_ALL, "短信"), list -> !list.isEmpty())
                .andVerify(list -> {
                    assertThat(list).hasSize(1);
                    assertThat(tasks.view(OF_ALL, list.getFirst().id()).path())
                            .isEqualTo("/admin/notices?state=FAILED&channel=SMS");
                });
    }

    @Test
    void aProposalWaitsForASecondPersonUntilItIsClosed(Scenario events) {
        var account = AccountId.next();
        var proposal = ProposalId.next();
        events.publish(secondPersonNeeded(account, proposal))
                .andWaitForStateChange(() -> inbox(OF_HANGZHOU, "沈禾"), list -> !list.isEmpty())
                .andVerify(list ->
                        assertThat(list.getFirst().title()).isEqualTo("确认或退回：沈禾 的账号有一项变更等待第二人"));

        events.publish(new AccountEvent.ProposalClosed(account, proposal))
                .andWaitForStateChange(() -> inbox(OF_HANGZHOU, "沈禾"), List::isEmpty)
                .andVerify(list -> assertThat(list).isEmpty());
    }

    private static AccountEvent.SecondPersonNeeded secondPersonNeeded(
            AccountId account, ProposalId proposal) {
        return new AccountEvent.SecondPersonNeeded(
                account,
                proposal,
                "沈禾",
                new DivisionCode(XIHU),
                Instant.parse("2099-05-01T02:14:00Z"));
    }

    private static AccountEvent.ReviewDue reviewDue(AccountId account, String name) {
        return new AccountEvent.ReviewDue(account, name, new DivisionCode(XIHU), DUE);
    }

    private static NoticeEvent.GaveUp gaveUp() {
        return new NoticeEvent.GaveUp(
                DeliveryId.next(),
                Channel.SMS,
                "test.decided",
                Instant.parse("2021-08-02T02:14:00Z"));
    }

    private List<TaskRow> inbox(Actor actor, String words) {
        return tasks.inbox(
                        actor,
                        new TaskQuery(
                                TaskQuery.View.WAITING,
                                null,
                                null,
                                words,
                                TaskQuery.Order.DUE_FIRST),
                        new Paging(1, 20))
                .rows();
    }
}
