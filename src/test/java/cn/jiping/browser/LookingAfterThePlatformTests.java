package cn.jiping.browser;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jiping.shared.Role;
import cn.jiping.testing.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ActiveProfiles;

/** What auditors and administrators do, and what everybody settles about notices. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ActiveProfiles("demo")
@Import(TestDatabase.class)
@SuppressWarnings("NullAway.Init") // filled before each test
class LookingAfterThePlatformTests {
    @RegisterExtension final Browser browser = new Browser();
    @Autowired ConfigurableApplicationContext context;
    private SignedIn people;
    private Matters matters;

    @BeforeEach
    void people() {
        people = new SignedIn(context);
        matters = new Matters(context);
        matters.run("audit.seal");
    }

    @ParameterizedTest
    @EnumSource
    void findsAnActAndItsPlaceInTheSeal(Screen screen) {
        var auditor = people.as(Role.AUDITOR, browser.visitor(screen)).visit("/audit");
        auditor.filters()
                .fill("起", "2021-01-01")
                .press("查找")
                .sees("系统（account.demo）")
                .looksGood("audit-found");
        auditor.visit("/audit?code=nothing.such").sees("没有符合条件的记录").looksGood("audit-empty");

        auditor.visit("/audit?code=account.created").page().locator("tbody a").first().click();

        auditor.sees("开通账号").sees("这条记录与封存时一致").looksGood("audit-act");
        browser.visitor(screen).visit("/audit/roots").sees("最新区块");
    }

    @ParameterizedTest
    @EnumSource
    void verifiesTheWholeTrail(Screen screen) {
        var auditor = people.as(Role.AUDITOR, browser.visitor(screen)).visit("/audit/verification");

        auditor.press("开始核验").sees("已开始核验，可以离开本页").looksGood("verification-asked");
        matters.run("audit.verify");

        auditor.visit("/audit/verification").sees("全部记录与封存时一致");
    }

    @ParameterizedTest
    @EnumSource
    void rotatesKeysAndSeesTheOldOneWait(Screen screen) {
        var administrator = people.as(Role.ADMINISTRATOR, browser.visitor(screen));
        administrator.visit("/admin/keys").expectingFailureOf("/admin/keys/rotation");
        administrator.press("轮换所选密钥").sees("请至少选择一种密钥").looksGood("keys-faults");

        administrator.check("数据密钥").press("轮换所选密钥");

        administrator.sees("已启用新密钥，正在后台更换").looksGood("keys-rotated");
    }

    @ParameterizedTest
    @EnumSource
    void readsANoticeAndChoosesHowToBeTold(Screen screen) {
        matters.notice();
        var clerk = people.as(Role.CITY_CLERK, browser.visitor(screen)).visit("/account/notices");
        clerk.looksGood("notices").follow("“核对报送的考务安排”快到期").sees("还剩 3 天").looksGood("notice");
        clerk.follow("返回信箱").press("查找").follow("通知设置").isAt("/account/notices/preferences");

        var choice = clerk.page().locator("input[name=wanted]").first();
        var before = choice.isChecked();
        choice.setChecked(!before);
        clerk.press("保存").sees("通知设置已保存").looksGood("preferences-saved");

        assertThat(choice.isChecked()).isEqualTo(!before);
    }

    @ParameterizedTest
    @EnumSource
    void seesWhatWasSentAndWhatWasNot(Screen screen) {
        matters.notice();
        var administrator = people.as(Role.ADMINISTRATOR, browser.visitor(screen));

        administrator.visit("/admin/notices").follow("演示发件箱");
        administrator.isAt("/admin/notices/outbox").sees("演示环境不真的发送");
        matters.run("notice.deliver");
        administrator.visit("/admin/notices").visit("/admin/notices/outbox");
    }
}
