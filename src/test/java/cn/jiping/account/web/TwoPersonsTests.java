package cn.jiping.account.web;

import static cn.jiping.account.AccountFixtures.HANGZHOU;
import static org.assertj.core.api.Assertions.assertThat;

import cn.jiping.account.Place;
import cn.jiping.shared.AccountId;
import cn.jiping.shared.Role;
import cn.jiping.testing.WebClient;
import java.time.Duration;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TwoPersonsTests extends OnAllPages {
    private static final Place EVERYWHERE = new Place.Everywhere();
    private static final Place CITY = new Place.InDivision(HANGZHOU);
    private static int counter;
    private AccountId clerk = AccountId.next();

    @BeforeEach
    void openTheAccounts() {
        if (!opened.exists("one")) {
            var person = opened.person("周启明");
            opened.account("one", person, Role.ADMINISTRATOR, EVERYWHERE);
            opened.account("one-again", person, Role.ADMINISTRATOR, EVERYWHERE);
            opened.account("other", Role.ADMINISTRATOR, EVERYWHERE);
        }
        clerk = opened.account("clerk-" + counter++, Role.CITY_CLERK, CITY);
    }

    private WebClient.Page propose(WebClient browser, String role, String place) {
        browser.get("/admin/accounts/" + clerk);
        return browser.post(
                "/admin/accounts/" + clerk + "/grants",
                "version",
                String.valueOf(opened.version(clerk)),
                "role",
                role,
                "place",
                place,
                "from",
                LocalDate.now(clock).plusDays(1).toString(),
                "until",
                LocalDate.now(clock).plusDays(90).toString(),
                "reason",
                "新任审批");
    }

    private String proposed() {
        var browser = signedIn("one");
        propose(browser, "CITY_APPROVER", "330100");
        return opened.openProposal(clerk);
    }

    private WebClient.Page decide(String who, String proposal, String how) {
        var browser = signedIn(who);
        browser.get("/admin/accounts/proposals");
        return browser.post("/admin/accounts/proposals/" + proposal + "/" + how);
    }

    @Test
    void areNeededForAnApproverButNotForAReviewer() {
        propose(signedIn("one"), "CITY_REVIEWER", "330100");
        proposed();

        assertThat(opened.roles(clerk)).contains(Role.CITY_REVIEWER);
        assertThat(opened.roles(clerk)).doesNotContain(Role.CITY_APPROVER);
    }

    @Test
    void giveTheRoleWhenTheSecondConfirms() {
        var page = decide("other", proposed(), "confirm");

        assertThat(page.location()).isEqualTo("/admin/accounts/proposals");
        assertThat(opened.roles(clerk)).contains(Role.CITY_APPROVER);
    }

    @Test
    void areNotOneAccount() {
        var page = decide("one", proposed(), "confirm");

        assertThat(page.text()).contains("需要另一个人确认");
        assertThat(opened.roles(clerk)).doesNotContain(Role.CITY_APPROVER);
    }

    @Test
    void areNotOnePersonWithTwoAccounts() {
        var page = decide("one-again", proposed(), "confirm");

        assertThat(page.text()).contains("需要另一个人确认");
        assertThat(opened.roles(clerk)).doesNotContain(Role.CITY_APPROVER);
    }

    @Test
    void decideOnce() {
        var proposal = proposed();
        decide("other", proposal, "confirm");

        assertThat(decide("other", proposal, "confirm").text()).contains("已经办完或已过期");
        assertThat(opened.roles(clerk).stream().filter(Role.CITY_APPROVER::equals)).hasSize(1);
    }

    @Test
    void mayDisagree() {
        decide("other", proposed(), "refuse");

        assertThat(opened.roles(clerk)).doesNotContain(Role.CITY_APPROVER);
        assertThat(signedIn("one").get("/admin/accounts/proposals?show=all").text())
                .contains("不同意");
    }

    @Test
    void letTheFirstTakeItBackAndNobodyElse() {
        var proposal = proposed();
        var byOther = decide("other", proposal, "withdraw");
        var byProposer = decide("one", proposal, "withdraw");

        assertThat(byOther.text()).contains("只有提议人能撤回");
        assertThat(byProposer.status()).isEqualTo(302);
        assertThat(decide("other", proposal, "confirm").status()).isEqualTo(422);
    }

    @Test
    void haveAWeek() {
        var proposal = proposed();
        clock.advance(Duration.ofDays(7).plusMinutes(1));

        assertThat(decide("other", proposal, "confirm").text()).contains("已经办完或已过期");
    }

    @Test
    void areNeededToSetThePasswordOfAPowerfulAccount() {
        var auditor = opened.account("auditor-" + counter++, Role.AUDITOR, EVERYWHERE);
        var browser = signedIn("one");
        browser.get("/admin/accounts/" + auditor);

        var first = browser.post("/admin/accounts/" + auditor + "/link", "reason", "本人来电");
        var other = signedIn("other");
        other.get("/admin/accounts/proposals");
        var proposal = opened.openProposal(auditor);
        var sent = other.post("/admin/accounts/proposals/" + proposal + "/confirm");

        assertThat(browser.get(first.location()).text()).doesNotContain("/password/");
        assertThat(other.get(sent.location()).text()).contains("/password/");
    }

    @Test
    void areNotNeededOnceForTheSecondAdministrator() {
        opened.suspend(opened.id("one-again"));
        opened.suspend(opened.id("other"));
        propose(signedIn("one"), "ADMINISTRATOR", "*");
        var second = clerk;
        clerk = opened.account("clerk-" + counter++, Role.CITY_CLERK, CITY);
        propose(signedIn("one"), "ADMINISTRATOR", "*");

        assertThat(opened.roles(second)).contains(Role.ADMINISTRATOR);
        assertThat(opened.roles(clerk)).doesNotContain(Role.ADMINISTRATOR);
        opened.reactivate(opened.id("one-again"));
        opened.reactivate(opened.id("other"));
        opened.suspend(second);
    }
}
