package cn.jiping.notice;

import static cn.jiping.notice.NoticeFixtures.DECIDED;
import static cn.jiping.notice.NoticeFixtures.HANDED_OVER;
import static cn.jiping.notice.NoticeFixtures.HANGZHOU;
import static cn.jiping.notice.NoticeFixtures.actor;
import static cn.jiping.notice.NoticeFixtures.administrator;
import static cn.jiping.notice.NoticeFixtures.decided;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import cn.jiping.shared.DivisionCode;
import cn.jiping.shared.NotFound;
import cn.jiping.shared.Paging;
import cn.jiping.shared.Role;
import cn.jiping.shared.Scope;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

@NoticeTest
class SendingNoticesTests {
    private static final InboxSearch ANYTHING = new InboxSearch(false, null, null);
    private static final Paging FIRST = new Paging(1, 50);

    @Autowired Notices notices;
    @Autowired NoticeFixtures.People people;
    @Autowired TransactionTemplate transaction;

    @Test
    void everyRecipientHasItInTheirInboxAndOnlyThey() {
        var lin = people.person("林岚", "lin@example.cn");
        var zhou = people.person("周川", "zhou@example.cn");

        notices.send(decided("only-lin", lin, "林岚"));

        assertThat(notices.inbox(actor(lin), ANYTHING, FIRST).rows())
                .extracting(NoticeView::title)
                .containsExactly("林岚，您的申请已有结果");
        assertThat(notices.inbox(actor(zhou), ANYTHING, FIRST).rows()).isEmpty();
    }

    @Test
    void theSameKeyIsDeliveredOnce() {
        var lin = people.person("林岚", "lin@example.cn");

        var first = notices.send(decided("twice", lin, "林岚"));
        var second = notices.send(decided("twice", lin, "林岚"));

        assertThat(first).isEqualTo(1);
        assertThat(second).isZero();
        assertThat(notices.unread(actor(lin))).isEqualTo(1);
        assertThat(sentTo("林岚", Scope.all())).isGreaterThanOrEqualTo(2);
    }

    @Test
    void manyAreToldAtOnceEachTheirOwn() {
        var lin = people.person("林岚一", "lin@example.cn");
        var zhou = people.person("周川一", "zhou@example.cn");
        notices.send(decided("many", lin, "林岚一"));

        var reached =
                notices.send(
                        List.of(
                                decided("many", lin, "林岚一"),
                                decided("many", zhou, "周川一"),
                                decided("many-more", zhou, "周川一")));

        assertThat(reached).isEqualTo(2);
        assertThat(notices.unread(actor(lin))).isEqualTo(1);
        assertThat(notices.inbox(actor(zhou), ANYTHING, FIRST).rows())
                .extracting(NoticeView::title)
                .containsExactly("周川一，您的申请已有结果", "周川一，您的申请已有结果");
        assertThat(sentTo("周川一", Scope.all())).isEqualTo(4);
        assertThat(notices.send(List.of())).isZero();
    }

    @Test
    void nothingIsSentIfTheActIsTakenBack() {
        var lin = people.person("撤回", "lin@example.cn");

        transaction.executeWithoutResult(act -> {
            notices.send(decided("rolled-back", lin, "撤回"));
            act.setRollbackOnly();
        });

        assertThat(notices.unread(actor(lin))).isZero();
        assertThat(sentTo("撤回", Scope.all())).isZero();
    }

    @Test
    void everybodyHoldingTheRoleGetsIt() {
        var one = people.person("甲", "a@example.cn");
        var two = people.person("乙", "b@example.cn");
        people.holds(Role.CITY_REVIEWER, one);
        people.holds(Role.CITY_REVIEWER, two);

        var reached =
                notices.send(
                        new NoticeDraft(
                                HANDED_OVER,
                                List.of(
                                        new Recipient.HoldingIn(Role.CITY_REVIEWER, HANGZHOU),
                                        new Recipient.OfAccount(one)),
                                List.of(Argument.of("西湖区")),
                                new NoticeSubject("task", "1", "/authority/tasks/1"),
                                "handed"));

        assertThat(reached).isEqualTo(2);
    }

    @Test
    void readingOneMakesItReadAndAllReadTheRest() {
        var lin = people.person("林岚", "lin@example.cn");
        notices.send(decided("one", lin, "林岚"));
        notices.send(decided("two", lin, "林岚"));
        notices.send(decided("three", lin, "林岚"));
        var newest = notices.inbox(actor(lin), ANYTHING, FIRST).rows().getFirst();

        notices.read(actor(lin), newest.id());

        assertThat(notices.unread(actor(lin))).isEqualTo(2);
        assertThat(notices.readAll(actor(lin))).isEqualTo(2);
        assertThat(notices.inbox(actor(lin), new InboxSearch(true, null, null), FIRST).total())
                .isZero();
    }

    @Test
    void aMessageOfSomebodyElseIsNotThere() {
        var lin = people.person("林岚", "lin@example.cn");
        var zhou = people.person("周川", "zhou@example.cn");
        notices.send(decided("private", lin, "林岚"));
        var hers = notices.inbox(actor(lin), ANYTHING, FIRST).rows().getFirst();

        assertThatExceptionOfType(NotFound.class)
                .isThrownBy(() -> notices.read(actor(zhou), hers.id()));
        assertThat(notices.unread(actor(lin))).isEqualTo(1);
    }

    @Test
    void theInboxIsSearchedByTheWordsTyped() {
        var lin = people.person("林岚", "lin@example.cn");
        notices.send(decided("percent", lin, "100%_\\"));
        notices.send(decided("plain", lin, "林岚"));

        assertThat(found(lin, "100%_\\")).isEqualTo(1);
        assertThat(found(lin, "%")).isEqualTo(1);
        assertThat(found(lin, "结果")).isEqualTo(2);
    }

    @Test
    void whoWantsNoMailGetsNone() {
        var lin = people.person("不要邮件", "lin@example.cn");
        notices.prefer(
                actor(lin), List.of(new Preference(NoticeCategory.WORK, Channel.EMAIL, false)));

        notices.send(
                new NoticeDraft(
                        HANDED_OVER,
                        List.of(new Recipient.OfAccount(lin)),
                        List.of(Argument.of("西湖区")),
                        new NoticeSubject("task", "1", "/authority/tasks/1"),
                        "no-mail"));

        assertThat(notices.unread(actor(lin))).isEqualTo(1);
        assertThat(sentTo("不要邮件", Scope.all())).isZero();
    }

    @Test
    void whatOneMustBeToldCannotBeSwitchedOff() {
        var lin = people.person("林岚", "lin@example.cn");

        assertThatExceptionOfType(NoticeRefused.class)
                .isThrownBy(() ->
                        notices.prefer(
                                actor(lin),
                                List.of(new Preference(DECIDED.category(), Channel.SMS, false))))
                .returns("notice.cannot-be-switched-off", NoticeRefused::code);
        assertThat(notices.preferences(actor(lin)))
                .filteredOn(Preference::fixed)
                .allMatch(Preference::wanted);
    }

    @Test
    void anAdministratorSeesTheDeliveriesOfHisDivisionsOnly() {
        var lin = people.person("范围", "lin@example.cn");
        notices.send(decided("scoped", lin, "范围"));

        assertThat(sentTo("范围", Scope.ofDivisions(Set.of(HANGZHOU)))).isEqualTo(2);
        assertThat(sentTo("范围", Scope.ofDivisions(Set.of(new DivisionCode("330200"))))).isZero();
    }

    private long sentTo(String name, Scope scope) {
        return notices.deliveries(administrator(scope), new DeliverySearch(null, null, name), FIRST)
                .total();
    }

    private long found(cn.jiping.shared.AccountId account, String typed) {
        return notices.inbox(actor(account), new InboxSearch(false, null, typed), FIRST).total();
    }
}
