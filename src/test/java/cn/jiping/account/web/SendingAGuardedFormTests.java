package cn.jiping.account.web;

import static cn.jiping.account.AccountFixtures.HANGZHOU;
import static cn.jiping.account.AccountFixtures.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

import cn.jiping.account.Place;
import cn.jiping.clock.RecurringJob;
import cn.jiping.database.Columns;
import cn.jiping.shared.AccountId;
import cn.jiping.shared.Role;
import cn.jiping.testing.WebClient;
import cn.jiping.web.Route;
import cn.jiping.web.Routes;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A form behind the password, sent by somebody who gave it too long ago. */
class SendingAGuardedFormTests extends OnAllPages {
    private static final Place CITY = new Place.InDivision(HANGZHOU);
    private static int number;

    @Autowired JdbcClient jdbc;
    @Autowired Routes routes;

    @Autowired
    @Qualifier("signInHousekeeping")
    RecurringJob housekeeping;

    private WebClient browser = new WebClient(0);
    private AccountId clerk = AccountId.next();

    @BeforeEach
    void anAdministratorWhoSignedInAWhileAgo() {
        number++;
        opened.account("guarded-" + number, Role.ADMINISTRATOR, new Place.Everywhere());
        clerk = opened.account("guarded-clerk-" + number, Role.CITY_CLERK, CITY);
        browser = signedIn("guarded-" + number);
        clock.advance(Duration.ofMinutes(6));
    }

    private WebClient.Page suspend(String way) {
        browser.get("/admin/accounts/" + clerk);
        return browser.post(
                "/admin/accounts/" + clerk + way,
                "version",
                String.valueOf(opened.version(clerk)),
                "reason",
                "离职交接");
    }

    private WebClient.Page open(String userName, String place) {
        browser.get("/admin/accounts/new");
        var forms = new AccountForms(LocalDate.now(clock.withZoneOfChina()));
        return browser.post("/admin/accounts", forms.opening("何晚晴", userName, "CITY_CLERK", place));
    }

    private static String held(WebClient.Page asked) {
        return asked.location().replaceAll(".*held=([^&]*).*", "$1");
    }

    private WebClient.Page confirm(WebClient.Page asked) {
        browser.get(asked.location());
        return browser.post(
                "/account/confirm",
                "password",
                PASSWORD,
                "undone",
                "true",
                "then",
                "/admin/accounts/" + clerk,
                "held",
                held(asked));
    }

    @Test
    void isAskedForThePasswordAndNothingIsDoneYet() {
        var asked = suspend("/suspend");

        assertThat(asked.location()).startsWith("/account/confirm?").contains("held=");
        assertThat(browser.get(asked.location()).text())
                .contains("您填写的内容已保留，还没有办理", "要确认的操作：", "停用账号", "返回")
                .doesNotContain("刚才的操作没有执行");
        assertThat(opened.suspended(clerk)).isFalse();
    }

    @Test
    void hasItDoneByTheConfirmation() {
        var done = confirm(suspend("/suspend"));

        assertThat(done.location()).isEqualTo("/admin/accounts/" + clerk);
        assertThat(browser.get(done.location()).text()).contains("账号已停用", "离职交接");
        assertThat(opened.suspended(clerk)).isTrue();
    }

    @Test
    void opensAnAccountWithOnePassword() {
        var done = confirm(open("asked-once", "330100"));

        assertThat(browser.get(done.location()).text()).contains("何晚晴（asked-once）的一次性链接");
    }

    @Test
    void learnsEveryFaultBeforeThePassword() {
        var page = open("GUARDED-CLERK-" + number, "330000");

        assertThat(page.status()).isEqualTo(422);
        assertThat(page.text()).contains("有 2 处需要修改", "用户名已有人使用", "岗位和所选的地区不相配", "何晚晴");
    }

    @Test
    void keepsWhatWasTypedIntoASmallForm() {
        browser.get("/admin/accounts/" + clerk);
        var page =
                browser.post(
                        "/admin/accounts/"
                                + clerk
                                + "/grants/"
                                + opened.onlyGrant(clerk)
                                + "/prolong",
                        "version",
                        String.valueOf(opened.version(clerk)),
                        "until",
                        "2001-01-01",
                        "reason",
                        "项目延期");

        assertThat(page.status()).isEqualTo(422);
        assertThat(page.text()).contains("value=\"2001-01-01\"", "value=\"项目延期\"");
    }

    @Test
    void hasItDoneOnce() {
        var asked = suspend("/suspend");
        confirm(asked);
        browser.get("/admin/accounts/" + clerk);
        browser.post(
                "/admin/accounts/" + clerk + "/reactivate",
                "version",
                String.valueOf(opened.version(clerk)),
                "reason",
                "复职");

        confirm(asked);

        assertThat(opened.suspended(clerk)).isFalse();
    }

    @Test
    void isDoneOnceByClicksAtOnce() throws Exception {
        browser.get("/admin/accounts/" + clerk);
        var asked = browser.post("/admin/accounts/" + clerk + "/link", "reason", "忘记密码");
        browser.get(asked.location());

        var answers = new ArrayList<String>();
        try (var pool = Executors.newFixedThreadPool(6)) {
            for (var answer :
                    pool.invokeAll(
                            Collections.<Callable<WebClient.Page>>nCopies(6, () -> sent(asked)))) {
                answers.add(answer.get().location());
            }
        }

        assertThat(links()).as("after %s", answers).isEqualTo(1);
    }

    private WebClient.Page sent(WebClient.Page asked) {
        return browser.post("/account/confirm", "password", PASSWORD, "held", held(asked));
    }

    private long links() {
        return jdbc.sql("select count(*) from account.link where account = :account")
                .param("account", clerk.value())
                .query(Long.class)
                .single();
    }

    @Test
    void isToldWhenItWasSentBefore() {
        var asked = suspend("/suspend");
        browser.get(confirm(asked).location());

        var again = confirm(asked);

        assertThat(browser.get(again.location()).text()).contains("已经提交过一次，这一次没有重复办理");
    }

    @Test
    void isForgottenWhenItsTimeIsOver() {
        suspend("/suspend");
        clock.advance(Duration.ofMinutes(10));

        housekeeping.run();

        assertThat(
                        jdbc.sql(
                                        "select count(*) from account.held_form h where h.expires_at <= :now")
                                .param("now", Columns.at(clock.instant()))
                                .query(Long.class)
                                .single())
                .isZero();
    }

    @Test
    void isTooLateAfterTenMinutes() {
        var asked = suspend("/suspend");
        clock.advance(Duration.ofMinutes(10).plusSeconds(1));

        var after = confirm(asked);

        assertThat(browser.get(after.location()).text()).contains("刚才的操作还没有执行");
        assertThat(opened.suspended(clerk)).isFalse();
    }

    @Test
    void isNotTakenForTheOneSentLater() {
        var first = suspend("/suspend");
        open("sent-later", "330100");

        var after = confirm(first);

        assertThat(browser.get(after.location()).text()).contains("刚才的操作还没有执行");
        assertThat(opened.suspended(clerk)).isFalse();
        assertThat(opened.exists("sent-later")).isFalse();
    }

    @Test
    void isWorthNothingInAnotherSession() {
        var asked = suspend("/suspend");
        browser = signedIn("guarded-" + number);

        confirm(asked);

        assertThat(opened.suspended(clerk)).isFalse();
    }

    @Test
    void isCalledWhatItIsWhateverTheAddressSays() {
        var asked = suspend("/suspend");

        var page = browser.get(asked.location().replaceAll("act=[^&]*", "act=POST.account.phone"));

        assertThat(page.text()).contains("<b>停用账号</b>").doesNotContain("更换自己的手机号");
    }

    @Test
    void isNotDoneWithAWrongPassword() {
        var asked = suspend("/suspend");
        browser.get(asked.location());

        var again =
                browser.post("/account/confirm", "password", "not this one", "held", held(asked));

        assertThat(again.text()).contains("密码不对", held(asked));
        assertThat(opened.suspended(clerk)).isFalse();
    }

    @Test
    void changesNothingByAskingForTheCheck() {
        var checked = suspend("/suspend/check");

        assertThat(checked.location()).startsWith("/account/confirm?");
        assertThat(opened.suspended(clerk)).isFalse();
    }

    @Test
    void liesInTheDatabaseEncrypted() {
        suspend("/suspend");
        var contents =
                jdbc.sql(
                                "select content from account.held_form where expires_at > now() - interval '1 day'")
                        .query(byte[].class)
                        .list();

        assertThat(contents)
                .isNotEmpty()
                .noneMatch(each -> new String(each, StandardCharsets.UTF_8).contains("离职交接"));
    }

    @Test
    void fillsInCodesAgainSinceTheyAreNotKept() {
        browser.get("/admin/accounts");
        var asked = browser.post("/account/phone", "newPhone", "13900004567", "newCode", "123456");

        var page = confirm(asked);

        assertThat(page.status()).isEqualTo(422);
        assertThat(page.text()).contains("13900004567", "请填写验证码").doesNotContain("123456");
    }

    @Test
    void findsEachCheckBesideAGuardedRouteOfTheSameRoles() {
        assertThat(routes.all())
                .filteredOn(route -> route.method().equals(HttpMethod.POST))
                .filteredOn(route -> route.path().getPatternString().endsWith("/check"))
                .isNotEmpty()
                .allMatch(check -> guarded(check).stepUp())
                .allMatch(check -> guarded(check).roles().equals(check.roles()));
    }

    private Route guarded(Route check) {
        var path = check.path().getPatternString().replaceAll("/check$", "");
        return routes.all().stream()
                .filter(route -> route.method().equals(HttpMethod.POST))
                .filter(route -> route.path().getPatternString().equals(path))
                .findAny()
                .orElseThrow();
    }
}
