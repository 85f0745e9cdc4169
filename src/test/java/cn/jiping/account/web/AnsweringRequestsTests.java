package cn.jiping.account.web;

import static cn.jiping.account.AccountFixtures.HANGZHOU;
import static org.assertj.core.api.Assertions.assertThat;

import cn.jiping.account.Place;
import cn.jiping.shared.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AnsweringRequestsTests extends OnAllPages {
    private static final Place CITY = new Place.InDivision(HANGZHOU);

    @Test
    void carriesTheHeadersThatKeepPagesToThemselves() {
        var page = browser().get("/sign-in");

        assertThat(page.header("Content-Security-Policy").orElseThrow())
                .isEqualTo(
                        "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self'"
                                + " data:; object-src 'none'; base-uri 'none'; form-action 'self';"
                                + " frame-ancestors 'none'");
        assertThat(page.header("X-Content-Type-Options")).contains("nosniff");
        assertThat(page.header("X-Frame-Options")).contains("DENY");
        assertThat(page.header("Referrer-Policy")).contains("same-origin");
        assertThat(page.header("Permissions-Policy").orElseThrow()).contains("camera=()");
        assertThat(page.header("Cache-Control").orElseThrow()).contains("no-store");
    }

    @Test
    void setsCookiesThatScriptsAndOtherSitesCannotUse() {
        opened.account("cookies", Role.CITY_CLERK, CITY);

        var page = browser().signIn("cookies", cn.jiping.account.AccountFixtures.PASSWORD);

        assertThat(page.headers().get("set-cookie"))
                .filteredOn(cookie -> !cookie.contains("Max-Age=0"))
                .isNotEmpty()
                .allSatisfy(cookie -> assertThat(cookie).contains("HttpOnly", "SameSite=Lax"));
    }

    @Test
    void opensNoSessionForWhoOnlyLooks() {
        var browser = browser();
        browser.get("/sign-in");

        assertThat(browser.cookie("JIPING_SESSION")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/no-such-page", "/admin/accounts/x/y/z", "/account/", "/ADMIN/accounts"})
    void knowsNothingThatTheMatrixLacks(String path) {
        assertThat(browser().get(path).status()).isEqualTo(404);
    }

    @Test
    void refusesAnotherMethod() {
        assertThat(browser().get("/sign-out").status()).isEqualTo(405);
    }

    @Test
    void sendsMachinesAProblemAndNoPage() {
        var page = browser().get("/api/v1/nothing");

        assertThat(page.status()).isEqualTo(404);
        assertThat(page.header("Content-Type").orElseThrow()).contains("application/problem+json");
    }

    @Test
    void tellsMachinesWhyTheyAreRefused() {
        var page = browser().postForged("/api/v1/divisions");

        assertThat(page.status()).isEqualTo(403);
        assertThat(page.header("Content-Type").orElseThrow()).contains("application/problem+json");
        assertThat(page.text())
                .contains("\"type\":\"urn:jiping:problem:access.forged\"", "\"status\":403")
                .contains("\"code\":\"access.forged\"", "\"detail\":\"页面打开太久", "\"next\":");
    }

    @Test
    void sendsAPieceOfPageToTheSignIn() {
        var page =
                browser()
                        .get(
                                "/account",
                                "HX-Request",
                                "true",
                                "HX-Current-URL",
                                "http://localhost/account/sessions");

        assertThat(page.status()).isEqualTo(401);
        assertThat(page.header("HX-Redirect")).contains("/sign-in?then=%2Faccount%2Fsessions");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/sign-in;x=y", "/account/%2e%2e/admin", "/a//b", "/%00", "/account%2frole"})
    void refusesAddressesThatHideSomething(String path) {
        var page = browser().get(path);

        assertThat(page.status()).isIn(400, 404);
        assertThat(page.text()).doesNotContain("Exception", "at org.");
    }

    @Test
    void opensMonitoringToThisMachineOnly() {
        var here = browser().get("/actuator/prometheus");
        var passedOn = browser().get("/actuator/prometheus", "X-Forwarded-For", "127.0.0.1");

        assertThat(here.status()).isEqualTo(200);
        assertThat(passedOn.location()).startsWith("/sign-in");
    }

    @Test
    void believesNoHeaderAboutTheAddress() {
        opened.account("addressed", Role.CITY_CLERK, CITY);
        var browser = signedIn("addressed");

        var page = browser.get("/account/sessions", "X-Forwarded-For", "203.0.113.9");

        assertThat(page.text()).contains("127.0.0.1").doesNotContain("203.0.113.9");
    }

    @Test
    void refusesATooLargeUploadAsTooLarge() {
        opened.account("uploader", Role.CITY_CLERK, CITY);
        var browser = signedIn("uploader");

        var page = browser.upload("/account/email", 26_000_000);

        assertThat(page.status()).isEqualTo(413);
    }
}
