package cn.jiping.notice.web;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jiping.notice.Argument;
import cn.jiping.notice.Channel;
import cn.jiping.notice.DeliveryId;
import cn.jiping.notice.DeliverySearch;
import cn.jiping.notice.DeliveryState;
import cn.jiping.notice.InboxSearch;
import cn.jiping.notice.NoticeCategory;
import cn.jiping.notice.NoticeDraft;
import cn.jiping.notice.NoticeFixtures;
import cn.jiping.notice.NoticeSubject;
import cn.jiping.notice.NoticeTemplate;
import cn.jiping.notice.Notices;
import cn.jiping.notice.Preference;
import cn.jiping.notice.Recipient;
import cn.jiping.shared.AccountId;
import cn.jiping.shared.Actor;
import cn.jiping.shared.Paging;
import cn.jiping.shared.Role;
import cn.jiping.shared.Scope;
import cn.jiping.testing.PagesAs;
import cn.jiping.testing.TestDatabase;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.test.ApplicationModuleTest;
import org.springframework.modulith.test.ApplicationModuleTest.BootstrapMode;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.context.WebApplicationContext;

@ApplicationModuleTest(
        mode = BootstrapMode.ALL_DEPENDENCIES,
        module = "notice",
        extraIncludes = "web")
@Import({TestDatabase.class, NoticeFixtures.class, PagesAs.class})
class NoticePagesTests {
    private static final NoticeTemplate DECIDED =
            new NoticeTemplate("test.decided", NoticeCategory.DECISION, Channel.EMAIL);

    @Autowired WebApplicationContext context;
    @Autowired Notices notices;
    @Autowired JdbcClient jdbc;
    @Autowired NoticeFixtures.People people;

    @Test
    void theInboxShowsWhatIsUnreadUntilItIsRead() {
        var lin = actor(Role.CITY_CLERK, people.person("林岚", "lin@example.cn"));
        send(lin, "<script>甲</script>");
        var id =
                notices.inbox(lin, new InboxSearch(true, null, null), new Paging(1, 1))
                        .rows()
                        .getFirst()
                        .id();

        assertThat(as(lin).get().uri("/account/notices"))
                .hasStatusOk()
                .bodyText()
                .contains("1 条未读", "&lt;script&gt;甲")
                .doesNotContain("??", "<script>甲");
        assertThat(as(lin).get().uri("/account/notices/" + id))
                .hasStatusOk()
                .bodyText()
                .contains("/my/applications/1")
                .doesNotContain("??");
        assertThat(as(lin).get().uri("/account/notices")).bodyText().contains("0 条未读", "没有符合条件的通知");
    }

    @Test
    void allAreReadAtOnce() {
        var lin = actor(Role.CITY_CLERK, people.person("林岚", "lin@example.cn"));
        send(lin, "甲");

        assertThat(as(lin).get().uri("/account/notices/unread")).bodyText().contains("<b>1</b>");
        assertThat(as(lin).post().uri("/account/notices/read")).hasStatus3xxRedirection();
        assertThat(as(lin).get().uri("/account/notices/unread")).bodyText().doesNotContain("<b>");
    }

    @Test
    void preferencesSayWhatCannotBeSwitchedOff() {
        var lin = actor(Role.CITY_CLERK, people.person("林岚", "lin@example.cn"));

        assertThat(as(lin).get().uri("/account/notices/preferences"))
                .hasStatusOk()
                .bodyText()
                .contains("不能关闭", "WORK.EMAIL")
                .doesNotContain("SECURITY.EMAIL", "??");
        assertThat(
                        as(lin).post()
                                .uri("/account/notices/preferences?whole=true")
                                .param("wanted", "WORK.SMS"))
                .hasStatus3xxRedirection();
        assertThat(notices.preferences(lin))
                .contains(
                        new Preference(NoticeCategory.WORK, Channel.SMS, true),
                        new Preference(NoticeCategory.WORK, Channel.EMAIL, false),
                        new Preference(NoticeCategory.SECURITY, Channel.EMAIL, true));
    }

    @Test
    void administratorsSeeDeliveriesWithoutTheirText() {
        var administrator = actor(Role.ADMINISTRATOR, AccountId.next());
        send(actor(Role.CITY_CLERK, people.person("送达人", "lin@example.cn")), "机密");

        assertThat(as(administrator).get().uri("/admin/notices?q=送达人&channel=EMAIL&state=WAITING"))
                .hasStatusOk()
                .bodyText()
                .contains("送达人", "待发送", "示例：办理结果")
                .doesNotContain("机密", "lin@example.cn", "??");
        assertThat(as(administrator).get().uri("/admin/notices/again?channel=SMS"))
                .hasStatusOk()
                .bodyText()
                .contains("没有发送失败的消息")
                .doesNotContain("action=\"/admin/notices/again", "??");
        assertThat(as(administrator).post().uri("/admin/notices/again?channel=SMS"))
                .hasStatus3xxRedirection();
        assertThat(as(administrator).get().uri("/admin/notices?state=nonsense")).hasStatus(400);
        assertThat(as(administrator).get().uri("/admin/notices/outbox")).hasStatus(404);
    }

    @Test
    void aDeliveryWithoutAnAddressSaysWhatHelpsInsteadOfSendingAgain() {
        var administrator = actor(Role.ADMINISTRATOR, AccountId.next());
        undeliverable(administrator, "无址人");

        assertThat(as(administrator).get().uri("/admin/notices?q=无址人"))
                .hasStatusOk()
                .bodyText()
                .contains("无联系方式", "没有发送", "不知道电子邮箱。请对方登录后")
                .doesNotContain("/again\"", "??");
    }

    @Test
    void aDeliveryWithoutAnAddressIsNotSentAgainByHandEither() {
        var administrator = actor(Role.ADMINISTRATOR, AccountId.next());
        var delivery = undeliverable(administrator, "无址者");

        assertThat(as(administrator).post().uri("/admin/notices/" + delivery + "/again"))
                .hasStatus(422)
                .bodyText()
                .contains("重新发送也送不到", "请对方登录后在“我的账号”填写")
                .doesNotContain("??");
        assertThat(notices.deliveries(administrator, named("无址者"), new Paging(1, 1)).rows())
                .allMatch(each -> each.state() == DeliveryState.NO_ADDRESS);
    }

    private DeliveryId undeliverable(Actor administrator, String name) {
        send(actor(Role.CITY_CLERK, people.person(name, "")), "甲");
        jdbc.sql(
                        """
                        update notice.delivery set state = 'NO_ADDRESS', attempts = 1, settled_at = created_at
                        where recipient = :name
                        """)
                .param("name", name)
                .update();
        return notices.deliveries(administrator, named(name), new Paging(1, 1))
                .rows()
                .getFirst()
                .id();
    }

    private static DeliverySearch named(String name) {
        return new DeliverySearch(null, null, name);
    }

    @Test
    void administratorsTakeTheListAwayAsAWorkbook() throws IOException {
        var administrator = actor(Role.ADMINISTRATOR, AccountId.next());
        send(actor(Role.CITY_CLERK, people.person("导出人", "lin@example.cn")), "机密");
        var export = "/admin/notices/export?state=WAITING&channel=EMAIL&q=";

        var sheet = sheet(as(administrator).get().uri(export + "导出人").exchange());
        var nobody = sheet(as(administrator).get().uri(export + "没有这个人").exchange());

        assertThat(sheet.getLastRowNum()).isEqualTo(1);
        assertThat(sheet.getRow(0).getCell(4).getStringCellValue()).isEqualTo("原因");
        assertThat(sheet.getRow(1).getCell(0).getStringCellValue()).isEqualTo("导出人");
        assertThat(sheet.getRow(1).getCell(3).getStringCellValue()).isEqualTo("待发送");
        assertThat(nobody.getLastRowNum()).isZero();
    }

    private static Sheet sheet(MvcTestResult answer) throws IOException {
        try (var book =
                new XSSFWorkbook(
                        new ByteArrayInputStream(
                                answer.getMvcResult().getResponse().getContentAsByteArray()))) {
            return book.getSheetAt(0);
        }
    }

    @Test
    void everyPageSaysHowManyAreUnread() {
        var lin = actor(Role.CITY_CLERK, people.person("林岚", "lin@example.cn"));
        var before = as(lin).get().uri("/account/notices/preferences");
        assertThat(before).bodyText().contains("没有未读通知");

        send(lin, "甲");

        assertThat(as(lin).get().uri("/account/notices/preferences"))
                .bodyText()
                .contains("1 条未读通知", "href=\"/account/notices\"");
    }

    private void send(Actor to, String name) {
        notices.send(
                new NoticeDraft(
                        DECIDED,
                        List.of(new Recipient.OfAccount(to.requireAccount())),
                        List.of(Argument.of(name)),
                        new NoticeSubject("application", "1", "/my/applications/1"),
                        "sent " + name + to.account()));
    }

    private MockMvcTester as(Actor actor) {
        return PagesAs.actor(context, actor);
    }

    private static Actor actor(Role role, AccountId account) {
        return new Actor(account, null, "林岚", role, "杭州市", Scope.all(), "127.0.0.1");
    }
}
