package cn.jiping.account.web;

import static cn.jiping.account.AccountFixtures.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

import cn.jiping.account.Place;
import cn.jiping.shared.Role;
import cn.jiping.web.Route;
import cn.jiping.web.Routes;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class ConfirmingAgainTests extends OnAllPages {
    private static final Place EVERYWHERE = new Place.Everywhere();

    @Autowired Routes routes;
    @Autowired ConfirmedActs acts;

    @Test
    void isNotAskedWithinFiveMinutesOfSigningIn() {
        opened.account("fresh", Role.ADMINISTRATOR, EVERYWHERE);
        var browser = signedIn("fresh");
        clock.advance(Duration.ofMinutes(5).minusSeconds(10));

        assertThat(browser.get("/account/phone").status()).isEqualTo(200);
    }

    @Test
    void isAskedAfterwardsAndLeadsBack() {
        opened.account("stale", Role.ADMINISTRATOR, EVERYWHERE);
        var browser = signedIn("stale");
        clock.advance(Duration.ofMinutes(5).plusSeconds(1));

        var asked = browser.get("/account/phone");
        browser.get(asked.location());
        var confirmed =
                browser.post("/account/confirm", "password", PASSWORD, "then", "/account/phone");

        assertThat(asked.location()).isEqualTo("/account/confirm?then=%2Faccount%2Fphone");
        assertThat(confirmed.location()).isEqualTo("/account/phone");
        assertThat(browser.get("/account/phone").status()).isEqualTo(200);
    }

    @Test
    void knowsTheNameOfEveryActItGuards() {
        assertThat(routes.all())
                .filteredOn(Route::stepUp)
                .allSatisfy(route ->
                        assertThat(
                                        acts.name(
                                                ConfirmedActs.guarded(
                                                        route.method(),
                                                        route.path().getPatternString())))
                                .as(route.toString())
                                .isPresent());
    }

    @Test
    void countsWrongPasswordsLikeASignIn() {
        opened.account("guessing", Role.ADMINISTRATOR, EVERYWHERE);
        var browser = signedIn("guessing");
        browser.get("/account/confirm");
        for (var n = 0; n < 5; n++) {
            browser.post("/account/confirm", "password", "wrong wrong wrong");
        }

        assertThat(browser.post("/account/confirm", "password", PASSWORD).status()).isEqualTo(429);
    }

    @Test
    void asksACandidateForACode() {
        var browser = browser();
        browser.get("/sign-in/phone");
        browser.post("/sign-in/phone", "phone", "13800002001");
        browser.post(
                "/sign-in/phone/code", "phone", "13800002001", "code", phone.codeOn("13800002001"));
        clock.advance(Duration.ofMinutes(6));
        browser.get(browser.get("/account/phone").location());

        browser.post("/account/confirm/code");
        var page = browser.post("/account/confirm", "code", phone.codeOn("13800002001"));

        assertThat(page.status()).isEqualTo(302);
        assertThat(browser.get("/account/phone").status()).isEqualTo(200);
    }
}
