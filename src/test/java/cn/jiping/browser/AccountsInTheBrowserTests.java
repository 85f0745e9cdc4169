package cn.jiping.browser;

import cn.jiping.clock.BusinessClock;
import cn.jiping.person.PersonFixtures;
import cn.jiping.shared.DivisionCode;
import cn.jiping.shared.Role;
import cn.jiping.task.TaskPlace;
import cn.jiping.testing.TestDatabase;
import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ActiveProfiles;

/** An account with a role and a scope, from its making to what it may and may not see. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ActiveProfiles("demo")
@Import(TestDatabase.class)
@SuppressWarnings("NullAway.Init") // filled before each test
class AccountsInTheBrowserTests {
    private static final String OWN = "a quiet evening in Ningbo";
    private static final DivisionCode NINGBO = new DivisionCode("330200");

    @RegisterExtension final Browser browser = new Browser();
    @Autowired ConfigurableApplicationContext context;
    private SignedIn people;
    private Matters matters;

    @BeforeEach
    void people() {
        people = new SignedIn(context);
        matters = new Matters(context);
    }

    @ParameterizedTest
    @EnumSource
    void letsANewClerkSeeTheirOwnCityAndNoOther(Screen screen) {
        var userName = "ningbo-" + screen.width();
        var foreign = matters.person("演示杭州人");
        var theirs =
                matters.task(
                        Set.of(Role.CITY_CLERK), new TaskPlace.Division(Matters.HANGZHOU), "杭州的事");
        var own = matters.task(Set.of(Role.CITY_CLERK), new TaskPlace.Division(NINGBO), "宁波的事");
        var link = made(screen, userName, "市级经办", "330200");

        var clerk = activated(screen, link, userName);

        clerk.isAt("/authority").sees("市级经办").sees("宁波市").looksGood("account-new-start");
        clerk.visit("/authority/persons").seesNot("演示杭州人");
        clerk.visit("/authority/persons/" + foreign, 404);
        clerk.visit("/authority/tasks").sees("宁波的事").seesNot("杭州的事");
        clerk.visit("/authority/tasks/" + own).visit("/authority/tasks/" + theirs, 404);
        clerk.visit("/admin/accounts", 403).sees("您没有权限");
    }

    /** Makes the account and returns the link its owner is given. */
    private String made(Screen screen, String userName, String role, String place) {
        var administrator = people.as(Role.ADMINISTRATOR, browser.visitor(screen));
        administrator.visit("/admin/accounts").follow("开通账号").isAt("/admin/accounts/new");
        administrator.expectingFailureOf("/admin/accounts").press("开通账号").sees("处需要修改");
        administrator.looksGood("account-new-faults");

        fill(administrator, userName, role, place).press("开通账号").sees("一次性链接");

        return administrator.looksGood("account-link").page().locator("#link").inputValue();
    }

    private static Visitor fill(Visitor administrator, String userName, String role, String place) {
        var born = LocalDate.of(1991, 3, 8);
        administrator.fill("姓名", "演示郭向晚");
        administrator.fill("证件号码", PersonFixtures.residentId(born).number());
        administrator.fill("用户名", userName).select("岗位", role);
        administrator.page().locator("#home").selectOption(place);
        administrator.page().locator("#place").selectOption(place);
        var today = LocalDate.now(BusinessClock.ZONE);
        administrator.fill("开始日期", today.toString());
        administrator.fill("结束日期", today.plusYears(1).toString());
        administrator.page().locator("#reason").fill("任职文件（测试）");
        return administrator;
    }

    /** The owner may do nothing before they set a password that nobody else knows. */
    private Visitor activated(Screen screen, String link, String userName) {
        var owner = browser.visitor(screen).visit(link).sees("演示郭向晚");
        owner.page().locator("#newPassword").fill(OWN);
        owner.fill("再填一次新密码", OWN).looksGood("password-set").press("设置密码");
        owner.isAt("/sign-in").sees("密码已设置，请登录");
        browser.visitor(screen).visit(link, 410);
        return SignedIn.with(userName, OWN, owner);
    }

    @ParameterizedTest
    @EnumSource
    void needsASecondAdministratorForAPowerfulRole(Screen screen) {
        var userName = "approver-" + screen.width();
        made(screen, userName, "市级审批", "330200");
        var second = browser.visitor(screen);
        SignedIn.with("demo-administrator-2", "jiping-demo-2021", second).isAt("/account/role");
        second.check("系统管理员").press("进入").isAt("/admin");

        second.visit("/admin/accounts/proposals").sees(userName).press("确认");

        second.sees("已确认，马上生效").looksGood("proposals-confirmed");
        second.visit("/admin/accounts?q=" + userName).follow("演示郭向晚");
        second.sees("市级审批 浙江省 · 宁波市").looksGood("account");
    }

    @ParameterizedTest
    @EnumSource
    void isMadeWithOnePasswordAfterAllFaultsAreMended(Screen screen) {
        var userName = "guarded-" + screen.width();
        var administrator = people.as(Role.ADMINISTRATOR, browser.visitor(screen));
        administrator.visit("/admin/accounts/new");
        people.givenLongAgo(administrator);
        fill(administrator, "demo-administrator", "市级经办", "330000");
        administrator.expectingFailureOf("/admin/accounts").press("开通账号");
        administrator.sees("有 2 处需要修改").looksGood("account-new-two-faults");

        fill(administrator, userName, "市级经办", "330200").press("开通账号");
        administrator.isAt("/account/confirm").sees("还没有办理").looksGood("account-new-confirm");
        people.confirm(Role.ADMINISTRATOR, administrator);

        administrator.sees("演示郭向晚（" + userName + "）的一次性链接").looksGood("account-new-done");
    }

    @ParameterizedTest
    @EnumSource
    void isStoppedAtOnce(Screen screen) {
        var userName = screen == Screen.DESK ? "demo-external-supervisor" : "demo-item-writer";
        var expert = browser.visitor(screen);
        SignedIn.with(userName, "jiping-demo-2021", expert).isAt("/expert");
        var administrator = people.as(Role.ADMINISTRATOR, browser.visitor(screen));
        administrator.visit("/admin/accounts?q=" + userName);
        administrator.page().locator("tbody a").first().click();

        administrator.page().locator("#suspend-reason").fill("聘期结束");
        administrator.press("停用账号").sees("账号已停用").looksGood("account-suspended");

        expert.page().navigate("/expert");
        expert.isAt("/sign-in");
    }
}
