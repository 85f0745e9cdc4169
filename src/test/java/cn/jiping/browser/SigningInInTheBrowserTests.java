package cn.jiping.browser;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jiping.person.PersonFixtures;
import cn.jiping.shared.Role;
import cn.jiping.testing.TestDatabase;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ActiveProfiles;

@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ActiveProfiles("demo")
@Import(TestDatabase.class)
@SuppressWarnings("NullAway.Init") // filled before each test
class SigningInInTheBrowserTests {
    private static final String PASSWORD = "jiping-demo-2021";

    @RegisterExtension final Browser browser = new Browser();
    @Autowired ConfigurableApplicationContext context;
    private SignedIn people;

    @BeforeEach
    void people() {
        people = new SignedIn(context);
    }

    @ParameterizedTest
    @EnumSource
    void leadsBackToWhatOneWanted(Screen screen) {
        var clerk = browser.visitor(screen);
        clerk.page().navigate("/authority/persons");
        clerk.isAt("/sign-in").page().locator("#username").fill("demo-city-clerk");
        clerk.page().locator("#password").fill(PASSWORD);

        clerk.type("Enter").isAt("/authority/persons").sees("市级经办");
    }

    @ParameterizedTest
    @EnumSource
    void saysWhatIsWrongAndNotWhichHalf(Screen screen) {
        var clerk = browser.visitor(screen).expectingFailureOf("/sign-in");
        SignedIn.with("demo-city-reviewer", "wrong password", clerk).sees("用户名或密码不对");
        clerk.looksGood("sign-in-wrong").seesNot("wrong password");
        assertThat(clerk.page().locator("#username").inputValue()).isEqualTo("demo-city-reviewer");
        assertThat(clerk.page().locator("#password").inputValue()).isEmpty();

        SignedIn.with("nobody-of-this-name", "wrong password", clerk).sees("用户名或密码不对");
    }

    @ParameterizedTest
    @EnumSource
    void locksTheNameAfterTooManyTriesAndNobodyElse(Screen screen) {
        var locked = screen == Screen.DESK ? "demo-county-finance" : "demo-city-finance";
        var clerk = browser.visitor(screen).expectingFailureOf("/sign-in");
        for (var tries = 0; tries < 5; tries++) {
            SignedIn.with(locked, "wrong password", clerk).page().waitForLoadState();
        }

        SignedIn.with(locked, PASSWORD, clerk).sees("尝试次数过多，请在");
        clerk.looksGood("sign-in-locked");
        SignedIn.with("demo-province-finance", PASSWORD, clerk).isAt("/authority");
    }

    @ParameterizedTest
    @EnumSource
    void letsACandidateInByPhoneAndCode(Screen screen) {
        var phone = "1380000" + "%04d".formatted(screen.width());
        var candidate = browser.visitor(screen).visit("/sign-in").follow("考生");
        candidate.expectingFailureOf("/sign-in/phone").expectingFailureOf("/sign-in/phone/code");
        candidate.isAt("/sign-in/phone").fill("手机号", "12345").press("获取验证码");
        candidate.sees("请填写 11 位大陆手机号").looksGood("sign-in-phone-faults");
        candidate.fill("手机号", phone).press("获取验证码").sees("验证码已发到").looksGood("sign-in-code");
        var code = SignedIn.shownCode(candidate);

        candidate.fill("验证码", "wrong!").press("登录").sees("验证码不对或已失效");
        assertThat(SignedIn.shownCode(candidate)).isEqualTo(code);
        candidate.looksGood("sign-in-code-wrong").fill("验证码", code).press("登录").isAt("/my");
    }

    @ParameterizedTest
    @EnumSource
    void showsACandidateTheCodeStillAfterAWrongOneWhenConfirming(Screen screen) {
        var candidate = browser.visitor(screen).expectingFailureOf("/account/confirm");
        SignedIn.byCode("1380002" + "%04d".formatted(screen.width()), candidate);
        candidate.isAt("/my");
        people.givenLongAgo(candidate);
        candidate.page().navigate("/account/phone");
        candidate.isAt("/account/confirm").press("获取验证码").isAt("/account/confirm/code");
        var code = SignedIn.shownCode(candidate);

        candidate.fill("验证码", "000000x").press("确认").sees("验证码不对或已失效");

        assertThat(SignedIn.shownCode(candidate)).isEqualTo(code);
        candidate.looksGood("confirm-code-wrong").fill("验证码", code).press("确认");
        candidate.isAt("/account/phone");
    }

    @ParameterizedTest
    @EnumSource
    void asksACandidateWhoTheyAreOnce(Screen screen) {
        var candidate = browser.visitor(screen);
        var phone = "1380001" + "%04d".formatted(screen.width());
        var number = PersonFixtures.residentId(LocalDate.of(1999, 5, 1)).number();
        SignedIn.byCode(phone, candidate);

        candidate.isAt("/my").sees("第一步：登记您的身份信息").looksGood("start-unidentified");
        candidate.follow("填写身份信息").isAt("/account/identity");
        candidate.fill("姓名", "演示何清如").fill("证件号码", number).press("提交");
        candidate.isAt("/my").sees("身份信息已登记").looksGood("identity-done").seesNot(number);
        candidate.seesNot("第一步：登记您的身份信息");
        candidate.visit("/account/identity").sees("您已经填写过身份信息");
    }

    @ParameterizedTest
    @EnumSource
    void letsSomebodyWithTwoRolesChoose(Screen screen) {
        var both = browser.visitor(screen);
        SignedIn.with("demo-administrator-2", PASSWORD, both).isAt("/account/role");
        both.sees("这次以哪个岗位办理？").looksGood("role");

        both.check("审计员").press("进入").isAt("/audit");
        both.visit("/admin", 403).sees("您没有权限");
        both.visit("/account/role").check("系统管理员").press("进入").isAt("/admin").sees("换一个岗位");
    }

    @ParameterizedTest
    @EnumSource
    void showsWhereOneIsSignedInAndEndsItElsewhere(Screen screen) {
        var here = people.as(Role.COUNTY_REVIEWER, browser.visitor(screen));
        var elsewhere = people.as(Role.COUNTY_REVIEWER, browser.visitor(Screen.DESK));
        here.visit("/account/sessions").sees("本次").press("结束其他各处的登录");

        here.sees("其他各处的登录都已结束").looksGood("sessions-ended");
        elsewhere.page().navigate("/authority");
        elsewhere.isAt("/sign-in");
        here.visit("/account").sees("最近的登录");
    }

    @ParameterizedTest
    @EnumSource
    void changesThePassword(Screen screen) {
        var userName = screen == Screen.DESK ? "demo-marker" : "demo-item-writer";
        var expert = browser.visitor(screen);
        SignedIn.with(userName, PASSWORD, expert).isAt("/expert").visit("/account/password");
        expert.expectingFailureOf("/account/password").press("修改密码").sees("密码不对");
        expert.looksGood("password-faults").fill("现在的密码", PASSWORD);
        expert.page().locator("#newPassword").fill("a long way to the sea");
        expert.fill("再填一次新密码", "a long way to the sea").press("修改密码").sees("密码已修改");

        SignedIn.with(userName, "a long way to the sea", browser.visitor(screen)).isAt("/expert");
    }
}
