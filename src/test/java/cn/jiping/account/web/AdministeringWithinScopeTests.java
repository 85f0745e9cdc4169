package cn.jiping.account.web;

import static cn.jiping.account.AccountFixtures.HANGZHOU;
import static cn.jiping.account.AccountFixtures.NINGBO;
import static cn.jiping.account.AccountFixtures.XIHU;
import static cn.jiping.account.AccountFixtures.ZHEJIANG;
import static org.assertj.core.api.Assertions.assertThat;

import cn.jiping.account.AccountFixtures;
import cn.jiping.account.AccountQuery;
import cn.jiping.account.AccountRow;
import cn.jiping.account.Accounts;
import cn.jiping.account.Place;
import cn.jiping.account.PlacePicker;
import cn.jiping.shared.AccountId;
import cn.jiping.shared.Actor;
import cn.jiping.shared.Role;
import cn.jiping.shared.Scope;
import cn.jiping.testing.WebClient;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** An administrator of Hangzhou before accounts of Ningbo, of the province, and of Xihu. */
class AdministeringWithinScopeTests extends OnAllPages {
    @Autowired Accounts accounts;
    @Autowired PlacePicker picker;
    private AccountId foreign = AccountId.next();
    private WebClient browser = new WebClient(0);

    @BeforeEach
    void openTheAccounts() {
        if (!opened.exists("hangzhou-admin")) {
            opened.account("hangzhou-admin", Role.ADMINISTRATOR, new Place.InDivision(HANGZHOU));
            opened.account("ningbo-clerk", Role.CITY_CLERK, new Place.InDivision(NINGBO));
            opened.account("xihu-clerk", Role.COUNTY_CLERK, new Place.InDivision(XIHU));
            opened.account(
                    "both",
                    Map.of(
                            Role.CITY_CLERK, new Place.InDivision(HANGZHOU),
                            Role.PROVINCE_CLERK, new Place.InDivision(ZHEJIANG)));
        }
        foreign = opened.id("ningbo-clerk");
        browser = signedIn("hangzhou-admin");
    }

    private Actor administrator() {
        return new Actor(
                AccountId.next(),
                null,
                "test",
                Role.ADMINISTRATOR,
                "杭州市",
                Scope.ofDivisions(Set.of(HANGZHOU, XIHU)),
                "test");
    }

    @Test
    void seesAccountsOfTheOwnDivisionsOnly() {
        var list = browser.get("/admin/accounts?size=200").text();

        assertThat(list).contains("xihu-clerk", "both").doesNotContain("ningbo-clerk");
        assertThat(browser.get("/admin/accounts?q=ningbo").text()).contains("没有符合条件的账号");
    }

    @Test
    void exportsAndCountsTheOwnDivisionsOnly() {
        var exported = new ArrayList<AccountRow>();
        accounts.export(administrator(), AccountQuery.everything(), exported::add);

        assertThat(exported)
                .extracting(AccountRow::userName)
                .contains("xihu-clerk")
                .doesNotContain("ningbo-clerk");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "grants",
                "grants/00000000-0000-7000-8000-000000000001/end",
                "grants/00000000-0000-7000-8000-000000000001/prolong",
                "suspend",
                "reactivate",
                "unlock",
                "sessions/end",
                "link",
                "phone",
                "review"
            })
    void findsNothingToChangeElsewhere(String what) {
        var before = opened.version(foreign);
        browser.get("/admin/accounts");

        var page =
                browser.post(
                        "/admin/accounts/" + foreign + "/" + what,
                        "version",
                        String.valueOf(before),
                        "reason",
                        "测试",
                        "until",
                        LocalDate.now(clock).plusDays(400).toString());

        assertThat(page.status()).isEqualTo(404);
        assertThat(opened.version(foreign)).isEqualTo(before);
        assertThat(opened.suspended(foreign)).isFalse();
    }

    @Test
    void tellsAForeignAccountFromNoneInNoWay() {
        var foreignPage = browser.get("/admin/accounts/" + foreign);
        var none = browser.get("/admin/accounts/" + UUID.randomUUID());

        assertThat(foreignPage.status()).isEqualTo(none.status()).isEqualTo(404);
    }

    @Test
    void touchesNoForeignRoleOfAnAccountSeen() {
        var both = opened.id("both");
        var province = opened.grant(both, Role.PROVINCE_CLERK);
        browser.get("/admin/accounts/" + both);

        var page =
                browser.post(
                        "/admin/accounts/" + both + "/grants/" + province + "/end",
                        "version",
                        String.valueOf(opened.version(both)),
                        "reason",
                        "测试");

        assertThat(page.status()).isEqualTo(404);
        assertThat(opened.roles(both)).contains(Role.PROVINCE_CLERK);
    }

    @Test
    void touchesNoRoleOfOneAccountThroughAnother() {
        var xihu = opened.id("xihu-clerk");
        var other = opened.onlyGrant(foreign);
        browser.get("/admin/accounts/" + xihu);

        var page =
                browser.post(
                        "/admin/accounts/" + xihu + "/grants/" + other + "/end",
                        "version",
                        String.valueOf(opened.version(xihu)),
                        "reason",
                        "测试");

        assertThat(page.status()).isEqualTo(404);
        assertThat(opened.roles(foreign)).containsExactly(Role.CITY_CLERK);
    }

    @Test
    void cannotTakeOverAnAccountWithMorePowerThanOnesOwn() {
        var both = opened.id("both");
        browser.get("/admin/accounts/" + both);

        var page = browser.post("/admin/accounts/" + both + "/link", "reason", "测试");

        assertThat(page.text()).contains("管辖范围以外的岗位").doesNotContain("/password/");
    }

    @ParameterizedTest
    @ValueSource(strings = {"330200", "330000", "*", "999999", "", "33%"})
    void givesNoRoleElsewhere(String place) {
        var xihu = opened.id("xihu-clerk");
        browser.get("/admin/accounts/" + xihu);

        var page =
                browser.post(
                        "/admin/accounts/" + xihu + "/grants",
                        "version",
                        String.valueOf(opened.version(xihu)),
                        "role",
                        place.equals("330000") ? "PROVINCE_CLERK" : "CITY_CLERK",
                        "place",
                        place,
                        "from",
                        LocalDate.now(clock).plusDays(1).toString(),
                        "until",
                        LocalDate.now(clock).plusDays(90).toString(),
                        "reason",
                        "测试");

        assertThat(page.status()).isEqualTo(422);
        assertThat(opened.roles(xihu)).containsExactly(Role.COUNTY_CLERK);
    }

    @Test
    void opensNoAccountElsewhere() {
        browser.get("/admin/accounts/new");

        var page =
                browser.post(
                        "/admin/accounts",
                        "name",
                        "林知夏",
                        "kind",
                        "RESIDENT_ID",
                        "number",
                        AccountFixtures.residentId(),
                        "username",
                        "smuggled",
                        "home",
                        "330200",
                        "role",
                        "CITY_CLERK",
                        "place",
                        "330100",
                        "from",
                        LocalDate.now(clock).plusDays(1).toString(),
                        "until",
                        LocalDate.now(clock).plusDays(90).toString(),
                        "reason",
                        "测试");

        assertThat(page.status()).isEqualTo(422);
        assertThat(opened.exists("smuggled")).isFalse();
    }

    @Test
    void offersPlacesAndBodiesOfTheOwnDivisionsOnly() {
        assertThat(picker.divisions(administrator()))
                .extracting(option -> option.code())
                .containsExactlyInAnyOrder(HANGZHOU, XIHU);
        assertThat(picker.bodies(administrator(), ""))
                .containsExactly(AccountFixtures.Bodies.OF_HANGZHOU);
        assertThat(browser.get("/admin/accounts/new").text())
                .contains("330106")
                .doesNotContain("330200", "value=\"*\"");
    }

    @Test
    void isClosedToEveryOtherRole() {
        var clerk = signedIn("xihu-clerk");

        assertThat(clerk.get("/admin/accounts").status()).isEqualTo(403);
        assertThat(clerk.get("/admin/accounts/export").status()).isEqualTo(403);
        assertThat(clerk.get("/admin/accounts/" + foreign).status()).isEqualTo(403);
        assertThat(clerk.get("/admin/accounts/proposals").status()).isEqualTo(403);
    }
}
