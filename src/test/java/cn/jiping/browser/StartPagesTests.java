package cn.jiping.browser;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jiping.account.DemoAccounts;
import cn.jiping.account.DemoAccounts.DemoAccount;
import cn.jiping.shared.Role;
import cn.jiping.testing.TestDatabase;
import cn.jiping.web.Routes;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpMethod;
import org.springframework.test.context.ActiveProfiles;

@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ActiveProfiles("demo")
@Import(TestDatabase.class)
class StartPagesTests {
    @RegisterExtension final Browser browser = new Browser();
    @Autowired DemoAccounts accounts;
    @Autowired MessageSource texts;

    @Test
    void openToEveryRole(@LocalServerPort int port) {
        var asked = accounts.list().stream().filter(StartPagesTests::hasOneDoor).toList();

        assertThat(asked)
                .allSatisfy(account -> {
                    var person = new cn.jiping.testing.WebClient(port);
                    var password = String.valueOf(account.password());
                    var door = person.signIn(account.login(), password).location();

                    assertThat(door).isEqualTo(account.role().door().path());
                    assertThat(person.get(door).status()).isEqualTo(200);
                });
    }

    /** Not the candidate, who needs a code, nor the person with two roles, who chooses first. */
    private static boolean hasOneDoor(DemoAccount account) {
        return !account.byPhone()
                && !account.login().endsWith("-2")
                && Routes.load().match(HttpMethod.GET, account.role().door().path()).isPresent();
    }

    @ParameterizedTest
    @EnumSource
    void showPlaceRoleAndNavigation(Screen screen) {
        for (var role : new Role[] {Role.CITY_CLERK, Role.BODY_HEAD, Role.ADMINISTRATOR}) {
            var person = enter(of(role), screen);

            person.sees(text("role." + role))
                    .looksGood("start-" + role.name().toLowerCase(Locale.ROOT));
            assertThat(person.page().locator("h1").count()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void keepOtherDoorsShut(Screen screen) {
        var clerk = enter(of(Role.CITY_CLERK), screen);

        clerk.visit("/admin", 403).sees("您没有权限");
        clerk.visit("/my", 403);
    }

    @ParameterizedTest
    @EnumSource
    void letGoAgain(Screen screen) {
        var clerk = enter(of(Role.CITY_CLERK), screen);
        if (screen == Screen.PHONE) {
            clerk.press("菜单");
        }

        clerk.press("退出").isAt("/").sees("公众").sees("演示登录").looksGood("home-demo");
    }

    private Visitor enter(DemoAccount account, Screen screen) {
        var person = browser.visitor(screen);
        person.page().navigate("/");
        return person.press(text("role." + account.role())).isAt(account.role().door().path());
    }

    private DemoAccount of(Role role) {
        return accounts.list().stream().filter(a -> a.role() == role).findFirst().orElseThrow();
    }

    private String text(String key) {
        return texts.getMessage(key, null, Locale.SIMPLIFIED_CHINESE);
    }
}
