package cn.jiping.account.web;

import static cn.jiping.account.AccountFixtures.HANGZHOU;
import static cn.jiping.account.AccountFixtures.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

import cn.jiping.account.Place;
import cn.jiping.shared.Role;
import cn.jiping.testing.WebClient;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class LosingRightsTests extends OnAllPages {
    private static final Place EVERYWHERE = new Place.Everywhere();
    private static final Place CITY = new Place.InDivision(HANGZHOU);

    @Test
    void endsARoleTheDayAfterItsLastAtTheNextClick() {
        var account = opened.account("expiring", Role.ADMINISTRATOR, EVERYWHERE);
        var browser = signedIn("expiring");
        var before = browser.get("/admin/accounts").status();

        opened.expire(account);
        var after = browser.get("/admin/accounts");

        assertThat(before).isEqualTo(200);
        assertThat(after.location()).startsWith("/account/role");
        assertThat(browser.get("/account/role").text()).contains("现在没有有效的岗位");
    }

    @Test
    void endsEverythingWhenTheAccountIsSuspended() {
        var account = opened.account("stopped", Role.CITY_CLERK, CITY);
        var browser = signedIn("stopped");

        opened.suspend(account);

        assertThat(browser.get("/account").location()).startsWith("/sign-in");
        assertThat(browser().signIn("stopped", PASSWORD).text()).contains("账号已停用");
    }

    @Test
    void tellsAboutASuspensionOnlyToWhoKnowsThePassword() {
        opened.suspend(opened.account("quiet", Role.CITY_CLERK, CITY));

        assertThat(browser().signIn("quiet", "not the password").text())
                .contains("用户名或密码不对")
                .doesNotContain("停用");
    }

    @Test
    void endsASessionAfterTwelveHoursHoweverBusy() {
        opened.account("busy", Role.CITY_CLERK, CITY);
        var browser = signedIn("busy");

        clock.advance(Duration.ofHours(12).minusMinutes(1));
        var before = browser.get("/account").status();
        clock.advance(Duration.ofMinutes(2));

        assertThat(before).isEqualTo(200);
        assertThat(browser.get("/account").location()).startsWith("/sign-in");
    }

    @Test
    void endsAnotherSessionAtOnce() {
        opened.account("two-devices", Role.CITY_CLERK, CITY);
        var elsewhere = signedIn("two-devices");
        var here = signedIn("two-devices");
        var page = here.get("/account/sessions");

        here.post("/account/sessions/end-others");

        assertThat(page.text()).contains("Chrome Linux", "127.0.0.1", "本次");
        assertThat(elsewhere.get("/account").location()).startsWith("/sign-in");
        assertThat(here.get("/account").status()).isEqualTo(200);
    }

    @Test
    void endsNoSessionOfSomebodyElse() {
        opened.account("owner", Role.CITY_CLERK, CITY);
        opened.account("stranger", Role.CITY_CLERK, CITY);
        var owner = signedIn("owner");
        var elsewhere = signedIn("owner");
        var id = owner.get("/account/sessions").find("/account/sessions/([0-9a-f-]{36})/end");

        var stranger = signedIn("stranger");
        stranger.get("/account/sessions");
        var page = stranger.post("/account/sessions/" + id + "/end");

        assertThat(page.status()).isEqualTo(404);
        assertThat(elsewhere.get("/account").status()).isEqualTo(200);
    }

    @Test
    void keepsFiveSessionsAndEndsTheOldest() {
        opened.account("everywhere", Role.CITY_CLERK, CITY);
        var sessions =
                Stream.generate(() -> signedIn("everywhere"))
                        .peek(_ -> clock.advance(Duration.ofSeconds(1)))
                        .limit(6)
                        .toList();

        assertThat(sessions.getFirst().get("/account").location()).startsWith("/sign-in");
        assertThat(sessions.stream().skip(1).map(b -> b.get("/account").status()))
                .containsOnly(200);
    }

    @Test
    void endsAllOtherSessionsWithANewPassword() {
        opened.account("changer", Role.CITY_CLERK, CITY);
        var elsewhere = signedIn("changer");
        var here = signedIn("changer");

        var page = change(here, PASSWORD, "another walk by the lake");

        assertThat(page.location()).isEqualTo("/account");
        assertThat(elsewhere.get("/account").location()).startsWith("/sign-in");
        assertThat(here.get("/account").status()).isEqualTo(200);
        assertThat(browser().signIn("changer", PASSWORD).status()).isEqualTo(422);
    }

    @Test
    void refusesPasswordsThatOthersWouldGuess() {
        opened.account("lazybones", Role.CITY_CLERK, CITY);
        var browser = signedIn("lazybones");

        assertThat(change(browser, PASSWORD, "short").text()).contains("密码至少 12 个字符");
        assertThat(change(browser, PASSWORD, "Lazybones-1984").text()).contains("不能有用户名");
        assertThat(change(browser, PASSWORD, "PASSWORD1234").text()).contains("太常见");
        assertThat(change(browser, PASSWORD, "abcabcabcabcabc").text()).contains("太常见");
        assertThat(browser().signIn("lazybones", PASSWORD).status()).isEqualTo(302);
    }

    @Test
    void saysAtTheFieldThatTheOldPasswordIsWrong() {
        opened.account("forgetful", Role.CITY_CLERK, CITY);

        var page = change(signedIn("forgetful"), "not what it was", "another walk by the lake");

        assertThat(page.status()).isEqualTo(422);
        assertThat(page.text()).contains("href=\"#password\"", "id=\"password-error\"");
        assertThat(browser().signIn("forgetful", PASSWORD).status()).isEqualTo(302);
    }

    private static WebClient.Page change(WebClient browser, String old, String wanted) {
        browser.get("/account/password");
        return browser.post(
                "/account/password",
                "password",
                old,
                "newPassword",
                wanted,
                "newPasswordAgain",
                wanted);
    }
}
