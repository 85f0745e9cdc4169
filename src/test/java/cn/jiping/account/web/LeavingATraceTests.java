package cn.jiping.account.web;

import static cn.jiping.account.AccountFixtures.HANGZHOU;
import static cn.jiping.account.AccountFixtures.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

import cn.jiping.account.Place;
import cn.jiping.audit.ActFilter;
import cn.jiping.audit.ActView;
import cn.jiping.audit.AuditTrail;
import cn.jiping.shared.AccountId;
import cn.jiping.shared.DivisionCode;
import cn.jiping.shared.Paging;
import cn.jiping.shared.Role;
import cn.jiping.shared.Scope;
import java.time.Duration;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class LeavingATraceTests extends OnAllPages {
    private static final Place CITY = new Place.InDivision(HANGZHOU);

    @Autowired AuditTrail trail;

    @AfterEach
    void letTheAddressRest() {
        clock.advance(Duration.ofHours(1));
    }

    private java.util.List<String> acts(AccountId account) {
        return trail.history(Scope.all(), "account", account).stream()
                .map(ActView::code)
                .toList()
                .reversed();
    }

    private long all() {
        return trail.page(Scope.all(), ActFilter.ALL, new Paging(1, 1)).total();
    }

    @Test
    void tellsOfSigningInAndOut() {
        var account = opened.account("traced", Role.CITY_CLERK, CITY);

        var browser = signedIn("traced");
        browser.get("/account");
        browser.post("/sign-out");

        assertThat(acts(account)).containsExactly("account.signed-in", "account.signed-out");
        var inHangzhou = Scope.ofDivisions(Set.of(HANGZHOU));
        var in = trail.history(inHangzhou, "account", account).getLast();
        assertThat(in.doer().account()).isEqualTo(account.toString());
        assertThat(in.doer().from()).isEqualTo("127.0.0.1");
    }

    @Test
    void isListedUnderTheNameOfTheAccountAndNotItsNumber() {
        opened.account("list-reader", Role.AUDITOR, new Place.Everywhere());
        var account = opened.account("named-in-the-list", Role.CITY_CLERK, CITY);
        signedIn("named-in-the-list");

        var list = signedIn("list-reader").get("/audit?subjectType=account&subjectId=" + account);

        assertThat(list.text()).contains("<b>周启明</b>").doesNotContain(">" + account);
    }

    @Test
    void tellsOfWrongPasswordsAsNobodysAct() {
        var account = opened.account("mistyped", Role.CITY_CLERK, CITY);

        browser().signIn("mistyped", "not the password");

        assertThat(acts(account)).containsExactly("account.sign-in-failed");
        var failed = trail.history(Scope.all(), "account", account).getFirst();
        assertThat(failed.doer().account()).isNull();
        assertThat(failed.doer().from()).isEqualTo("127.0.0.1");
    }

    @Test
    void tellsOfALockOutOnce() {
        var account = opened.account("locked", Role.CITY_CLERK, CITY);

        IntStream.range(0, 9).forEach(_ -> browser().signIn("locked", "not the password"));

        assertThat(acts(account)).hasSize(6).endsWith("account.locked-out");
    }

    @Test
    void tellsOfTheLockOutOfAnAddressOnceAsAnActOfTheProgram() {
        var browser = browser();
        browser.get("/sign-in/phone");
        IntStream.range(0, 65)
                .forEach(n ->
                        browser.post(
                                "/sign-in/phone/code",
                                "phone",
                                String.valueOf(13_700_000_000L + n),
                                "code",
                                "000000"));

        var told = trail.history(Scope.all(), "sign-in", "address");
        assertThat(told).extracting(ActView::code).containsOnlyOnce("account.address-locked-out");
        assertThat(told.getFirst().doer().account()).isNull();
        assertThat(told.getFirst().doer().from()).isEqualTo("127.0.0.1");
    }

    @Test
    void tellsNothingOfNamesThatDoNotExist() {
        var before = all();

        IntStream.range(0, 9).forEach(_ -> browser().signIn("who-is-that", PASSWORD));

        assertThat(all()).isEqualTo(before);
    }

    @Test
    void tellsOfTheSessionThatMadeRoom() {
        var account = opened.account("everywhere", Role.CITY_CLERK, CITY);

        IntStream.range(0, 6).forEach(_ -> signedIn("everywhere"));

        assertThat(acts(account)).containsOnlyOnce("account.oldest-session-ended");
    }

    @Test
    void tellsOfConfirmingAgain() {
        var account = opened.account("confirmer", Role.CITY_CLERK, CITY);
        var browser = signedIn("confirmer");
        browser.get("/account/confirm");

        browser.post("/account/confirm", "password", "not the password");
        browser.post("/account/confirm", "password", PASSWORD);

        assertThat(acts(account)).endsWith("account.confirmation-failed", "account.confirmed");
    }

    @Test
    void tellsWhoTookAListAlongAndWhatWasAskedFor() {
        opened.account("exporter", Role.ADMINISTRATOR, CITY);

        signedIn("exporter").get("/admin/accounts/export?q=13812345678&sort=name");

        var taken = trail.history(Scope.all(), "list", "/admin/accounts/export").getFirst();
        assertThat(taken.code()).isEqualTo("list.exported");
        assertThat(taken.subject().division()).isEqualTo(HANGZHOU.value());
        assertThat(taken.content().changes())
                .containsExactly(
                        new ActView.Change("file", null, "账号.xlsx"),
                        new ActView.Change("filter", null, "q=138****5678"));
    }

    @Test
    void tellsWhoTookADocumentAlong() {
        var county = new DivisionCode("330106");
        opened.account("printer", Role.COUNTY_CLERK, new Place.InDivision(county));

        var paper = signedIn("printer").get("/authority/counter/consent");

        assertThat(paper.status()).isEqualTo(200);
        var taken = trail.history(Scope.all(), "document", "/authority/counter/consent").getFirst();
        assertThat(taken.code()).isEqualTo("document.downloaded");
        assertThat(taken.subject().division()).isEqualTo(county.value());
        assertThat(taken.content().changes())
                .singleElement()
                .satisfies(change -> assertThat(change.after()).endsWith(".pdf"));
    }

    @Test
    void tellsNothingOfListsAnybodyMayTake() {
        var before = all();

        assertThat(browser().get("/law/clauses.xlsx").status()).isEqualTo(200);

        assertThat(all()).isEqualTo(before);
    }
}
