package cn.jiping.account.web;

import static cn.jiping.account.AccountFixtures.HANGZHOU;
import static cn.jiping.account.AccountFixtures.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

import cn.jiping.account.Place;
import cn.jiping.shared.Role;
import cn.jiping.testing.WebClient.Page;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FindingAPasswordAgainTests extends OnAllPages {
    private static final Place CITY = new Place.InDivision(HANGZHOU);
    private static final String NEW = "another walk by the lake";

    @AfterEach
    void letTheAddressRest() {
        clock.advance(Duration.ofHours(2));
    }

    private Page ask(String userName) {
        var browser = browser();
        browser.get("/recover");
        return browser.post("/recover", "username", userName);
    }

    private Page set(String userName, String code) {
        var browser = browser();
        browser.get("/recover");
        return browser.post(
                "/recover/code",
                "username",
                userName,
                "code",
                code,
                "newPassword",
                NEW,
                "newPasswordAgain",
                NEW);
    }

    @Test
    void worksWithACodeToTheRegisteredPhone() {
        opened.phone(opened.account("with-phone", Role.CITY_CLERK, CITY), "13900000001");
        var elsewhere = signedIn("with-phone");
        ask("With-Phone");

        var page = set("with-phone", phone.codeOn("13900000001"));

        assertThat(page.location()).isEqualTo("/sign-in");
        assertThat(elsewhere.get("/account").location()).startsWith("/sign-in");
        assertThat(browser().signIn("with-phone", NEW).status()).isEqualTo(302);
    }

    @Test
    void answersTheSameWhetherThereIsAPhoneAnAccountOrNeither() {
        opened.phone(opened.account("has-phone", Role.CITY_CLERK, CITY), "13900000002");
        opened.account("no-phone", Role.CITY_CLERK, CITY);

        var known = ask("has-phone");
        var without = ask("no-phone");
        var unknown = ask("nobody-at-all");

        assertThat(bare(known, "has-phone"))
                .isEqualTo(bare(without, "no-phone"))
                .isEqualTo(bare(unknown, "nobody-at-all"));
        assertThat(set("no-phone", "123456").status())
                .isEqualTo(set("nobody-at-all", "123456").status())
                .isEqualTo(422);
    }

    private static String bare(Page page, String name) {
        return page.status()
                + page.text().replaceAll("name=\"_csrf\"[^>]*", "").replace(name, "NAME");
    }

    @Test
    void doesNotWorkForPowerfulRoles() {
        opened.phone(opened.account("approver", Role.CITY_APPROVER, CITY), "13900000003");

        var page = ask("approver");

        assertThat(page.status()).isEqualTo(200);
        assertThat(phone.got("13900000003")).isFalse();
    }

    @Test
    void opensALockedName() {
        opened.phone(opened.account("locked-me", Role.CITY_CLERK, CITY), "13900000004");
        for (var n = 0; n < 6; n++) {
            browser().signIn("locked-me", "wrong wrong wrong");
        }
        ask("locked-me");
        set("locked-me", phone.codeOn("13900000004"));

        assertThat(browser().signIn("locked-me", NEW).status()).isEqualTo(302);
    }

    @Test
    void takesAWrongCodeFiveTimesAtMost() {
        opened.phone(opened.account("guessed", Role.CITY_CLERK, CITY), "13900000005");
        ask("guessed");
        for (var n = 0; n < 5; n++) {
            set("guessed", "wrong!");
        }

        assertThat(set("guessed", phone.codeOn("13900000005")).status()).isIn(422, 429);
        assertThat(browser().signIn("guessed", PASSWORD).status()).isEqualTo(302);
    }
}
