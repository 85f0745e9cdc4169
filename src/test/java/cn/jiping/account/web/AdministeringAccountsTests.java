package cn.jiping.account.web;

import static cn.jiping.account.AccountFixtures.HANGZHOU;
import static cn.jiping.account.AccountFixtures.NINGBO;
import static cn.jiping.account.AccountFixtures.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

import cn.jiping.account.AccountFixtures;
import cn.jiping.account.BodyDirectory;
import cn.jiping.account.Place;
import cn.jiping.shared.AccountId;
import cn.jiping.shared.Role;
import cn.jiping.testing.WebClient;
import java.time.Duration;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AdministeringAccountsTests extends OnAllPages {
    private static final Place EVERYWHERE = new Place.Everywhere();
    private static final String LINK = ">http://localhost:\\d+(/password/[^<]+)<";
    private static final Place CITY = new Place.InDivision(HANGZHOU);

    @BeforeEach
    void openAnAdministrator() {
        if (!opened.exists("admin")) {
            opened.account("admin", Role.ADMINISTRATOR, EVERYWHERE);
            opened.account("admin-too", Role.ADMINISTRATOR, EVERYWHERE);
        }
    }

    private String today() {
        return LocalDate.now(clock.withZoneOfChina()).toString();
    }

    private AccountForms forms() {
        return new AccountForms(LocalDate.parse(today()));
    }

    private WebClient.Page open(WebClient browser, String userName, String role, String place) {
        browser.get("/admin/accounts/new");
        return browser.post("/admin/accounts", forms().opening("林知夏", userName, role, place));
    }

    private WebClient.Page act(WebClient browser, AccountId account, String what, String... form) {
        browser.get("/admin/accounts/" + account);
        var whole = new String[form.length + 2];
        whole[0] = "version";
        whole[1] = String.valueOf(opened.version(account));
        System.arraycopy(form, 0, whole, 2, form.length);
        return browser.post("/admin/accounts/" + account + "/" + what, whole);
    }

    private String[] atBody(BodyDirectory.Entry body) {
        return forms().giving("BODY_FINANCE", "body", body.id().toString());
    }

    private String shownAfter(WebClient browser, String userName) {
        var sent = open(browser, userName, "CITY_CLERK", "330100");
        return browser.get(sent.location()).find(LINK);
    }

    @Test
    void showsTheLinkOnceAfterTheRedirect() {
        var browser = signedIn("admin");
        var sent = open(browser, "shown-once", "CITY_CLERK", "330100");
        var shown = browser.get(sent.location());
        var again = browser.get(sent.location());

        assertThat(sent.status()).isEqualTo(302);
        assertThat(shown.text())
                .contains("林知夏（shown-once）的一次性链接", "data-copy=\"link\"", "前有效")
                .containsPattern(LINK);
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.text()).doesNotContain("/password/");
    }

    @Test
    void givesARoleAtABodyThatIsOffered() {
        var browser = signedIn("admin");
        var account = opened.account("at-a-body", Role.CITY_CLERK, CITY);
        var body = AccountFixtures.Bodies.OF_HANGZHOU;
        var form = browser.get("/admin/accounts/" + account);

        act(browser, account, "grants", atBody(body));

        assertThat(form.text()).contains("<option value=\"" + body.id() + "\">" + body.name());
        assertThat(opened.roles(account)).contains(Role.BODY_FINANCE);
    }

    @Test
    void refusesABodyOutsideTheScope() {
        opened.account("of-hangzhou", Role.ADMINISTRATOR, CITY);
        var browser = signedIn("of-hangzhou");
        var account = opened.account("not-in-ningbo", Role.CITY_CLERK, CITY);
        var body = AccountFixtures.Bodies.OF_NINGBO;

        var page = act(browser, account, "grants", atBody(body));

        assertThat(page.status()).isEqualTo(422);
        assertThat(page.text()).doesNotContain(body.name());
        assertThat(opened.roles(account)).doesNotContain(Role.BODY_FINANCE);
    }

    @Test
    void namesWrongAndMissingThingsAtOnceInTheOrderOfTheForm() {
        var browser = signedIn("admin");
        browser.get("/admin/accounts/new");

        var page =
                browser.post(
                        "/admin/accounts",
                        "name",
                        "林知夏",
                        "kind",
                        "RESIDENT_ID",
                        "number",
                        "330106197001011231",
                        "username",
                        "1",
                        "role",
                        "CITY_CLERK",
                        "from",
                        today(),
                        "until",
                        "2000-01-01");

        assertThat(page.text().replaceAll("(?s).*(<div class=\"jp-errors\".*?</ul>).*", "$1"))
                .containsSubsequence("最后一位", "用户名应为", "由哪里的管理员管理", "管辖范围内的地区", "结束日期不能早于", "请填写原因");
    }

    @Test
    void asksForADocumentNumberThatIsMissing() {
        var browser = signedIn("admin");
        browser.get("/admin/accounts/new");

        var page = browser.post("/admin/accounts", "name", "林知夏", "kind", "RESIDENT_ID");

        assertThat(page.text()).contains("请填写证件号码").doesNotContain("证件类型不符");
    }

    @Test
    void offersPlacesUnderTheirProvinceAndPresetsNone() {
        var form = signedIn("admin").get("/admin/accounts/new").text();

        assertThat(form.replaceAll("(?s).*<select[^>]*id=\"home\"[^>]*>(.*?)</select>.*", "$1"))
                .containsSubsequence("<option value=\"\">", "全部地区", "<optgroup label=\"浙江省\"")
                .doesNotContain("selected");
    }

    @Test
    void opensAnAccountWhoseOwnerSetsThePassword() {
        var link = shownAfter(signedIn("admin"), "lin.zhixia");
        var owner = browser();
        var form = owner.get(link);
        var set = owner.post(link, "newPassword", PASSWORD, "newPasswordAgain", PASSWORD);

        assertThat(form.text()).contains("林知夏", "lin.zhixia");
        assertThat(set.location()).isEqualTo("/sign-in");
        assertThat(browser().signIn("lin.zhixia", PASSWORD).location()).isEqualTo("/authority");
        assertThat(browser().get(link).status()).isEqualTo(410);
    }

    @Test
    void refusesAUserNameTwiceAndKeepsWhatWasTyped() {
        var browser = signedIn("admin");
        open(browser, "twice", "CITY_CLERK", "330100");

        var page = open(browser, "TWICE", "CITY_CLERK", "330100");

        assertThat(page.status()).isEqualTo(422);
        assertThat(page.text()).contains("用户名已有人使用", "林知夏", "TWICE");
    }

    @Test
    void namesEverythingThatIsMissingAtOnce() {
        var browser = signedIn("admin");
        browser.get("/admin/accounts/new");

        var page = browser.post("/admin/accounts", "phone", "12");

        assertThat(page.status()).isEqualTo(422);
        assertThat(page.text())
                .contains("href=\"#name\"", "href=\"#number\"", "href=\"#username\"")
                .contains("href=\"#phone\"", "href=\"#role\"");
    }

    @Test
    void refusesARoleAtAPlaceOfAnotherLevel() {
        var page = open(signedIn("admin"), "misplaced", "CITY_CLERK", "330000");

        assertThat(page.text()).contains("岗位和所选的地区不相配");
        assertThat(opened.exists("misplaced")).isFalse();
    }

    @Test
    void wantsAnEndWithinTwoYears() {
        var browser = signedIn("admin");
        var account = opened.account("long-lasting", Role.CITY_CLERK, CITY);

        var late = LocalDate.parse(today()).plusYears(2).plusDays(1);

        var page =
                act(
                        browser,
                        account,
                        "grants",
                        forms().giving("CITY_REVIEWER", "place", "330100", late));

        assertThat(page.text()).contains("结束日期最晚为");
        assertThat(opened.roles(account)).containsExactly(Role.CITY_CLERK);
    }

    @Test
    void endsARoleAndTellsWhoDidIt() {
        var browser = signedIn("admin");
        var account = opened.account("ending", Role.CITY_CLERK, CITY);

        act(browser, account, "grants/" + opened.onlyGrant(account) + "/end", "reason", "调离岗位");

        assertThat(opened.roles(account)).isEmpty();
        assertThat(browser.get("/admin/accounts/" + account).text()).contains("已收回", "调离岗位");
    }

    @Test
    void findsOutThatSomebodyElseWasFaster() {
        var browser = signedIn("admin");
        var account = opened.account("contested", Role.CITY_CLERK, CITY);
        var old = opened.version(account);
        act(browser, account, "suspend", "reason", "测试");

        var page =
                browser.post(
                        "/admin/accounts/" + account + "/reactivate",
                        "version",
                        String.valueOf(old),
                        "reason",
                        "测试");

        assertThat(page.status()).isEqualTo(409);
        assertThat(opened.suspended(account)).isTrue();
    }

    @Test
    void unlocksANameBeforeItsTime() {
        var account = opened.account("locked-out", Role.CITY_CLERK, CITY);
        for (var n = 0; n < 6; n++) {
            browser().signIn("locked-out", "wrong wrong wrong");
        }
        var browser = signedIn("admin");
        var seen = browser.get("/admin/accounts/" + account).text();

        act(browser, account, "unlock");

        assertThat(seen).contains("登录已锁定");
        assertThat(browser().signIn("locked-out", PASSWORD).status()).isEqualTo(302);
        clock.advance(Duration.ofHours(1));
    }

    @Test
    void issuesALinkForAForgottenPasswordAndEndsTheOldOne() {
        var account = opened.account("forgetful", Role.CITY_CLERK, CITY);
        var elsewhere = signedIn("forgetful");
        var browser = signedIn("admin");
        var sent = act(browser, account, "link", "reason", "本人来电");
        var link = browser.get(sent.location()).find(LINK);
        var owner = browser();
        owner.get(link);

        owner.post(
                link,
                "newPassword",
                "another walk by the lake",
                "newPasswordAgain",
                "another walk by the lake");

        assertThat(elsewhere.get("/account").location()).startsWith("/sign-in");
        assertThat(browser().signIn("forgetful", PASSWORD).status()).isEqualTo(422);
    }

    @Test
    void doesNothingToTheOwnAccount() {
        var own = opened.id("admin");

        var page = act(signedIn("admin"), own, "suspend", "reason", "测试");

        assertThat(page.text()).contains("不能给自己办理");
        assertThat(opened.suspended(own)).isFalse();
    }

    @Test
    void findsBySearchFilterAndPlace() {
        opened.account("needle.in.hay", Role.CITY_FINANCE, new Place.InDivision(NINGBO));
        var browser = signedIn("admin");

        assertThat(browser.get("/admin/accounts?q=needle").text()).contains("needle.in.hay");
        assertThat(browser.get("/admin/accounts?role=CITY_FINANCE&place=%E5%AE%81%E6%B3%A2").text())
                .contains("needle.in.hay");
        assertThat(browser.get("/admin/accounts?role=CITY_CLERK&q=needle").text())
                .doesNotContain("needle.in.hay")
                .contains("没有符合条件的账号");
    }

    @Test
    void writesTheListToExcel() {
        var page = signedIn("admin").get("/admin/accounts/export?q=admin");

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.header("Content-Type").orElseThrow()).contains("spreadsheetml");
        assertThat(page.text()).startsWith("PK");
    }

    @Test
    void listsWhatIsDueForReviewUntilItIsReviewed() {
        var account = opened.account("due-soon", Role.CITY_CLERK, CITY);
        opened.lastReviewed(account, clock.instant().minus(Duration.ofDays(200)));
        var browser = signedIn("admin");
        var before = browser.get("/admin/accounts/reviews").text();

        act(browser, account, "review");

        assertThat(before).contains("due-soon");
        assertThat(browser.get("/admin/accounts/reviews").text()).doesNotContain("due-soon");
    }
}
