package cn.jiping.browser;

import static cn.jiping.account.AccountFixtures.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

import cn.jiping.account.AccountFixtures;
import cn.jiping.testing.TestDatabase;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Import;

/**
 * The program as delivered, without the demo: nobody is there, and only the console has a way in.
 */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@Import({TestDatabase.class, AccountFixtures.class})
@ExtendWith(OutputCaptureExtension.class)
class FirstStartTests {
    private static final Pattern PRINTED =
            Pattern.compile("http://\\S+(/first-administrator/\\S+)");

    @RegisterExtension final Browser browser = new Browser();
    @Autowired AccountFixtures.Invitations invitations;

    @Test
    void leadsFromTheConsoleToTheFirstAdministratorOnce(CapturedOutput console) {
        browser.visitor(Screen.DESK).visit("/").seesNot("演示登录");
        var link = printed(console);
        var owner = browser.visitor(Screen.DESK).visit(link).sees("建立首位系统管理员");
        owner.looksGoodEverywhere("first-administrator");

        refuses(owner, link, "password1234");
        fill(owner, PASSWORD).press("建立管理员").isAt("/sign-in").sees("系统管理员已建立，请登录");
        SignedIn.with("founder", PASSWORD, owner.looksGoodEverywhere("first-made")).isAt("/admin");
        owner.sees("系统管理员").looksGoodEverywhere("first-start");

        browser.visitor(Screen.PHONE).visit(link, 410).sees("链接已失效");
        assertThat(printed(console)).isEqualTo(link);
    }

    /** What the console says at a start; the latest link if there are several. */
    private String printed(CapturedOutput console) {
        invitations.print();
        var links = PRINTED.matcher(console.getOut()).results().map(found -> found.group(1));
        return links.reduce((_, later) -> later).orElseThrow();
    }

    private static void refuses(Visitor owner, String link, String password) {
        fill(owner.expectingFailureOf(link), password).press("建立管理员").sees("这个密码太常见，请换一个");
        owner.looksGoodEverywhere("first-faults");
        assertThat(owner.page().locator("#name").inputValue()).isEqualTo("沈知远");
    }

    private static Visitor fill(Visitor owner, String password) {
        owner.fill("姓名", "沈知远").fill("证件号码", AccountFixtures.residentId());
        owner.fill("用户名", "founder").fill("再填一次新密码", password);
        owner.page().locator("#newPassword").fill(password);
        return owner;
    }
}
