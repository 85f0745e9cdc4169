package cn.jiping.account.web;

import static cn.jiping.account.AccountFixtures.HANGZHOU;
import static cn.jiping.account.AccountFixtures.PASSWORD;
import static cn.jiping.account.AccountFixtures.ZHEJIANG;
import static org.assertj.core.api.Assertions.assertThat;

import cn.jiping.account.Place;
import cn.jiping.shared.Role;
import cn.jiping.testing.WebClient;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SigningInTests extends OnAllPages {
    private WebClient browser = new WebClient(0);

    @BeforeEach
    void openABrowser() {
        browser = browser();
    }

    @Test
    void leadsToThePageFirstAskedFor() {
        opened.account("asker", Role.CITY_CLERK, new Place.InDivision(HANGZHOU));

        var sentAway = browser.get("/account/confirm?then=%2Faccount%2Frole");
        browser.get(sentAway.location());
        var page =
                browser.post(
                        "/sign-in",
                        "username",
                        "Asker",
                        "password",
                        PASSWORD,
                        "then",
                        "/account/confirm");

        assertThat(sentAway.status()).isEqualTo(303);
        assertThat(sentAway.location()).startsWith("/sign-in?then=%2Faccount%2Fconfirm");
        assertThat(page.location()).isEqualTo("/account/confirm");
        assertThat(browser.get("/account/confirm").text()).contains("周启明", "杭州市", "市级经办");
    }

    @Test
    void neverLeadsToAnotherSite() {
        opened.account("led", Role.CITY_CLERK, new Place.InDivision(HANGZHOU));
        for (var evil :
                new String[] {
                    "https://evil.example/", "//evil.example", "/\\evil.example", "/%0d%0aX: y",
                    "javascript:alert(1)", "/sign-out", "\\\\evil.example", "/account/role/../../x"
                }) {
            var visitor = browser();
            visitor.get("/sign-in");

            var page =
                    visitor.post("/sign-in", "username", "led", "password", PASSWORD, "then", evil);

            assertThat(page.location()).as(evil).isEqualTo("/authority");
        }
    }

    @Test
    void asksWhichRoleWhereThereAreSeveral() {
        opened.account(
                "several",
                Map.of(
                        Role.CITY_CLERK, new Place.InDivision(HANGZHOU),
                        Role.PROVINCE_CLERK, new Place.InDivision(ZHEJIANG)));

        var page = browser.signIn("several", PASSWORD);

        assertThat(page.location()).isEqualTo("/account/role");
        assertThat(browser.get("/account/role").text()).contains("省级经办", "市级经办");
    }

    @Test
    void answersTheSameForAnUnknownNameAndAWrongPassword() {
        opened.account("known", Role.CITY_CLERK, new Place.InDivision(HANGZHOU));

        var wrong = browser.signIn("known", "not the password");
        var unknown = browser().signIn("nobody", "not the password");

        assertThat(wrong.status()).isEqualTo(unknown.status()).isEqualTo(422);
        assertThat(bare(wrong.text(), "known")).isEqualTo(bare(unknown.text(), "nobody"));
    }

    private static String bare(String page, String name) {
        return page.replaceAll("name=\"_csrf\"[^>]*", "").replace(name, "NAME");
    }

    @Test
    void givesTheSessionAnotherId() {
        opened.account("fixed", Role.CITY_CLERK, new Place.InDivision(HANGZHOU));
        browser.plant("JIPING_SESSION", "cGxhbnRlZC1ieS1zb21lYm9keS1lbHNl");

        browser.signIn("fixed", PASSWORD);
        var first = browser.cookie("JIPING_SESSION").orElseThrow();
        browser.get("/account/confirm");
        browser.post("/account/confirm", "password", PASSWORD);

        assertThat(first).isNotEqualTo("cGxhbnRlZC1ieS1zb21lYm9keS1lbHNl");
        assertThat(browser.cookie("JIPING_SESSION").orElseThrow()).isNotEqualTo(first);
    }

    @Test
    void refusesAFormWithoutItsToken() {
        opened.account("forged", Role.CITY_CLERK, new Place.InDivision(HANGZHOU));
        browser.signIn("forged", PASSWORD);

        var page = browser.postForged("/sign-out");

        assertThat(page.status()).isEqualTo(403);
        assertThat(browser.get("/account/confirm").status()).isEqualTo(200);
    }

    @Test
    void endsWithSigningOut() {
        opened.account("leaver", Role.CITY_CLERK, new Place.InDivision(HANGZHOU));
        browser.signIn("leaver", PASSWORD);
        var session = browser.cookie("JIPING_SESSION").orElseThrow();
        browser.get("/account/confirm");

        browser.post("/sign-out");
        browser.plant("JIPING_SESSION", session);

        assertThat(browser.get("/account/confirm").location()).startsWith("/sign-in");
    }
}
