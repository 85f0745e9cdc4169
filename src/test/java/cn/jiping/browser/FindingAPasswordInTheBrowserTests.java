package cn.jiping.browser;

import static cn.jiping.account.AccountFixtures.HANGZHOU;
import static cn.jiping.account.AccountFixtures.PASSWORD;

import cn.jiping.account.AccountFixtures;
import cn.jiping.account.Place;
import cn.jiping.shared.Role;
import cn.jiping.testing.TestDatabase;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;

/** Somebody who tried too often gets in again with the phone registered for the account. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@Import({TestDatabase.class, AccountFixtures.class})
class FindingAPasswordInTheBrowserTests {
    private static final String NEW = "another walk by the lake";

    @RegisterExtension final Browser browser = new Browser();
    @Autowired AccountFixtures.Opened opened;
    @Autowired AccountFixtures.PhoneInHand phone;

    @ParameterizedTest
    @EnumSource
    void opensALockedAccountWithACodeToItsPhone(Screen screen) {
        var userName = "forgetful-" + screen.width();
        var number = "1390000" + "%04d".formatted(screen.width());
        opened.phone(
                opened.account(userName, Role.CITY_CLERK, new Place.InDivision(HANGZHOU)), number);
        var clerk = locked(userName, browser.visitor(screen));

        clerk.follow("忘记密码").isAt("/recover").looksGood("recover");
        clerk.fill("用户名", userName).press("获取验证码").sees("验证码已经发出").looksGood("recover-code");
        setPassword(clerk.expectingFailureOf("/recover/code"), "wrong1").sees("验证码不对或已失效");
        clerk.looksGood("recover-wrong");
        setPassword(clerk, phone.codeOn(number)).isAt("/sign-in").sees("密码已设置，请登录");

        SignedIn.with(userName, NEW, clerk).isAt("/authority").sees("市级经办");
    }

    private static Visitor locked(String userName, Visitor clerk) {
        for (var tries = 0; tries < 6; tries++) {
            SignedIn.with(userName, "wrong " + PASSWORD, clerk.expectingFailureOf("/sign-in"));
            clerk.page().waitForLoadState();
        }
        return clerk.sees("尝试次数过多").looksGood("sign-in-locked");
    }

    private static Visitor setPassword(Visitor clerk, String code) {
        clerk.fill("验证码", code).fill("再填一次新密码", NEW);
        clerk.page().locator("#newPassword").fill(NEW);
        return clerk.press("设置密码");
    }
}
