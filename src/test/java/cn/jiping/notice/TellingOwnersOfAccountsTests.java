package cn.jiping.notice;

import static cn.jiping.notice.NoticeFixtures.actor;
import static cn.jiping.notice.NoticeFixtures.administrator;
import static org.assertj.core.api.Assertions.assertThat;

import cn.jiping.account.AccountEvent;
import cn.jiping.shared.AccountId;
import cn.jiping.shared.Paging;
import cn.jiping.shared.Role;
import cn.jiping.shared.Scope;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.modulith.test.Scenario;

@NoticeTest
class TellingOwnersOfAccountsTests {
    private static final InboxSearch ANYTHING = new InboxSearch(false, null, null);
    private static final Paging FIRST = new Paging(1, 50);
    private static final Instant AT = Instant.parse("2024-03-05T02:14:00Z");
    private static final AccountId LIN = AccountId.next();

    @Autowired Notices notices;
    @Autowired NoticeFixtures.People people;

    static Stream<Arguments> changes() {
        return Stream.of(
                Arguments.of(new AccountEvent.PasswordChanged(LIN, AT), "您的密码已修改"),
                Arguments.of(new AccountEvent.PhoneChanged(LIN, "138****0000", AT), "您的手机号已更换"),
                Arguments.of(
                        new AccountEvent.RoleGranted(
                                LIN, Role.CITY_CLERK, "杭州市", LocalDate.of(2026, 3, 4), AT),
                        "您有了新的岗位"),
                Arguments.of(
                        new AccountEvent.RoleEnded(LIN, Role.CITY_CLERK, "杭州市", AT), "您的一个岗位已收回"),
                Arguments.of(new AccountEvent.Suspended(LIN, AT), "您的账号已停用"),
                Arguments.of(new AccountEvent.Reactivated(LIN, AT), "您的账号已恢复"));
    }

    @ParameterizedTest
    @MethodSource("changes")
    void theOwnerIsToldInThePlatformAndOutside(
            AccountEvent.OwnersConcern change, String title, Scenario events) {
        people.is(LIN, "林岚", "lin@example.cn");

        events.publish(change)
                .andWaitForStateChange(() -> inbox(LIN), list -> list.contains(title))
                .andVerify(list -> assertThat(list).contains(title));

        assertThat(outside("林岚"))
                .extracting(DeliveryView::channel)
                .contains(Channel.EMAIL, Channel.SMS);
    }

    private List<DeliveryView> outside(String name) {
        var search = new DeliverySearch(null, null, name);
        return notices.deliveries(administrator(Scope.all()), search, FIRST).rows();
    }

    @Test
    void theSameChangeTwiceTellsOnceAndTheNextChangeAgain(Scenario events) {
        var zhou = people.person("周川", "zhou@example.cn");
        events.publish(new AccountEvent.PasswordChanged(zhou, AT))
                .andWaitForStateChange(() -> inbox(zhou), list -> list.size() == 1)
                .andVerify(list -> assertThat(list).hasSize(1));

        events.publish(new AccountEvent.PasswordChanged(zhou, AT))
                .andWaitForStateChange(() -> inbox(zhou), list -> list.size() == 1)
                .andVerify(list -> assertThat(list).hasSize(1));
        events.publish(new AccountEvent.PasswordChanged(zhou, AT.plusSeconds(1)))
                .andWaitForStateChange(() -> inbox(zhou), list -> list.size() == 2)
                .andVerify(list -> assertThat(list).hasSize(2));
    }

    private List<String> inbox(AccountId account) {
        return notices.inbox(actor(account), ANYTHING, FIRST).rows().stream()
                .map(NoticeView::title)
                .toList();
    }
}
