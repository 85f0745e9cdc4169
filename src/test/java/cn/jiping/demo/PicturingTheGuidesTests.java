package cn.jiping.demo;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jiping.account.DemoAccounts;
import cn.jiping.account.DemoBodies;
import cn.jiping.browser.Browser;
import cn.jiping.browser.Screen;
import cn.jiping.browser.SignedIn;
import cn.jiping.browser.Visitor;
import cn.jiping.clock.BusinessClock;
import cn.jiping.registration.ApplicationStatus;
import cn.jiping.registration.ApplicationView;
import cn.jiping.score.Scores;
import cn.jiping.shared.Actor;
import cn.jiping.shared.DivisionCode;
import cn.jiping.shared.IdentityDocument;
import cn.jiping.shared.Role;
import cn.jiping.testing.TestDatabase;
import cn.jiping.web.Excel;
import com.microsoft.playwright.options.FilePayload;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ActiveProfiles;

/**
 * 指南的图: one small season, photographed at every stage the guides tell of. Run by {@code
 * docs/guide/regenerate} only.
 */
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "jiping.clock.start=2021-07-01T09:00:00",
            "demo.cities[0].city=330100",
            "demo.cities[0].welders=70",
            "demo.cities[0].guards=30",
            "demo.cities[0].inspectors=7",
            "demo.cities[1].city=330200",
            "demo.cities[1].welders=24",
            "demo.cities[1].guards=18",
            "demo.cities[1].inspectors=20"
        })
@ActiveProfiles("demo")
@Import(TestDatabase.class)
@EnabledIfSystemProperty(named = "guide.pictures", matches = "true")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@SuppressWarnings("NullAway.Init") // filled before all tests
class PicturingTheGuidesTests {
    private static final DivisionCode HANGZHOU = new DivisionCode("330100");
    private static final String WORKBOOK =
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    @RegisterExtension final Browser browser = new Browser();
    private final Album album = new Album();
    @Autowired ConfigurableApplicationContext context;
    @Autowired Script script;
    @Autowired SeasonStore store;
    @Autowired Cast cast;
    @Autowired TheSession session;
    @Autowired Registering registering;
    @Autowired Scores scores;
    @Autowired BusinessClock business;
    @Autowired Clock clock;
    @Autowired DemoAccounts accounts;
    @Autowired DemoBodies bodies;
    private SignedIn people;

    @BeforeAll
    void everybodyIsThere() {
        people = new SignedIn(context);
        accounts.open(bodies.list());
    }

    @Test
    @Order(1)
    void announcing() {
        var clerk = office(Role.PROVINCE_CLERK);
        album.takeWithMenu("start-province", clerk);
        show(clerk, "/authority/sessions/new").follow("拟定这个批次");
        Stream.of("保安员", "焊工").forEach(occupation -> offer(clerk, occupation));
        album.take("session-draft", clerk, 900);
        clerk.press("保存，送交公告").sees("等待另一位人员核准公告");
        album.take("session-drafted", clerk, 700);
        var approver = office(Role.PROVINCE_APPROVER);
        show(approver, "/authority/tasks");
        album.take("tasks", approver);
        show(approver, "/authority/sessions").follow("浙江省2021年10月").follow("公告");
        album.take("session-announce", approver, 700);
        clerk.follow("作废").fill("理由", "开考职业有误，重新拟定").press("作废");
        clerk.page().waitForLoadState();
        playUntil("announced");
        var city = office(Role.CITY_CLERK);
        show(city, "/authority/sessions/" + session.id() + "/parts/330100");
        album.take("session-part", city, 700);
    }

    private static void offer(Visitor clerk, String occupation) {
        var row = clerk.page().locator("fieldset:has-text('" + occupation + "')");
        row.locator("input[type=checkbox]").check();
        row.locator("select").first().selectOption("WRITTEN");
        row.locator("select").last().selectOption("WRITTEN");
    }

    @Test
    @Order(2)
    void beginning() {
        playUntil("applied-2");
        var stranger = browser.visitor(Screen.PHONE);
        show(stranger, "/sessions/" + session.id());
        album.take("announcement", stranger);
        show(stranger, "/sign-in/phone");
        album.take("sign-in", stranger);
        SignedIn.byCode("13900008001", stranger);
        show(stranger, "/account/identity").fill("姓名", "演示陆秋白").fill("证件号码", "33010219800101");
        stranger.expectingFailureOf("/account/identity").press("提交").sees("处需要修改");
        album.take("identity", stranger);
        stranger.fill("证件号码", IdentityDocument.resident("33010219800101000").number());
        stranger.press("提交").sees("身份信息已登记");
        show(stranger, "/my/applications/new?session=" + session.id());
        album.take("apply-new", stranger);
    }

    @Test
    @Order(3)
    void fillingIn() {
        var player = one(Fate.UNFINISHED);
        var candidate = candidate(player);
        var form = "/my/applications/" + own(player).id();
        for (var step : List.of("photo", "certificates", "history", "condition", "materials")) {
            show(candidate, form + "/form/" + step);
            album.take("apply-" + step, candidate);
        }
        show(candidate, form + "/form/background").fill("学校", "");
        candidate.expectingFailureOf("/form/background").press("保存并继续").sees("处需要修改");
        album.take("apply-background", candidate);
        show(candidate, form + "/check");
        album.take("apply-check", candidate, 1700);
        var early = one(Fate.TOO_FEW_YEARS);
        var refused = candidate(early);
        show(refused, "/my/applications/" + own(early).id() + "/form/condition");
        album.take("apply-condition-not-met", refused);
    }

    @Test
    @Order(4)
    void reviewing() {
        var player = anyone(ApplicationStatus.FIRST_REVIEW);
        var candidate = candidate(player);
        show(candidate, "/my");
        album.takeWithMenu("start-candidate", candidate);
        show(candidate, "/my/applications/" + own(player).id());
        album.take("application", candidate);
        var reviewer = office(Role.BODY_ELIGIBILITY_REVIEWER);
        album.takeWithMenu("start-body", reviewer);
        show(reviewer, "/body/reviews");
        album.take("reviews", reviewer, 900);
        show(reviewer, "/body/reviews/" + own(player).id()).press("认领").sees("由您审核");
        album.take("review", reviewer);
        reviewer.expectingFailureOf("/decision").check("退回补正").press("提交结论");
        album.take("review-wrong", reviewer, 900);
        reviewer.check("通过").press("提交结论").sees("已提交对" + player.name());
        album.take("review-done", reviewer, 700);
    }

    @Test
    @Order(5)
    void atTheCounter() {
        var clerk = office(Role.COUNTY_CLERK);
        show(clerk, "/authority/counter/new");
        album.take("counter-new", clerk);
        show(clerk, "/authority/counter");
        album.take("counter", clerk, 700);
    }

    @Test
    @Order(6)
    void correcting() {
        playUntil("reviewed-1");
        var player = anyone(ApplicationStatus.RETURNED);
        var candidate = candidate(player);
        show(candidate, "/my/applications/" + own(player).id());
        album.take("application-returned", candidate);
    }

    @Test
    @Order(7)
    void reviewingAgain() {
        playUntil("corrected-2");
        var city = office(Role.CITY_REVIEWER);
        show(city, "/authority/reviews?status=SECOND_REVIEW");
        album.take("reviews-city", city, 900);
        var id = own(anyone(ApplicationStatus.SECOND_REVIEW)).id();
        show(city, "/authority/reviews/" + id).check("不通过").check("不符合所报条件");
        album.take("review-city", city);
        city.press("提交结论").sees("确定“不通过”吗？");
        album.take("review-refuse", city, 700);
    }

    @Test
    @Order(8)
    void paying() {
        playUntil("reviewed-city");
        var player = anyone(ApplicationStatus.ADMITTED);
        var candidate = candidate(player);
        show(candidate, "/my/applications/" + own(player).id());
        album.take("application-admitted", candidate, 900);
        candidate.follow("去缴费");
        album.take("payment-open", candidate);
        candidate.press("去缴费").press("支付失败").sees("去缴费");
        album.take("payment-failed", candidate, 900);
        candidate.press("去缴费").press("支付 ").sees("已缴费");
        album.take("payment-paid", candidate, 900);
        show(candidate, "/my/applications/" + own(player).id() + "/withdrawal");
        album.take("withdrawal", candidate, 800);
        var finance = office(Role.CITY_FINANCE);
        show(finance, "/authority/payments");
        album.take("payments", finance, 900);
    }

    @Test
    @Order(9)
    void grouping() {
        playUntil("payment-over");
        var clerk = office(Role.CITY_CLERK);
        show(clerk, exams("/groups"));
        album.take("groups", clerk, 800);
        clerk.follow("杭州市 ");
        clerk.check("统筹到另一个市").select("接收的市", "宁波市").fill("理由", "宁波市人数够，车程两小时");
        album.take("group-propose", clerk);
        playUntil("proposed");
        var approver = office(Role.PROVINCE_APPROVER);
        show(approver, exams("/groups")).follow("杭州市 ");
        album.take("group-decide", approver);
        playUntil("decided");
        var player = cast.with(Fate.PASSES).stream().filter(this::pooled).findFirst().orElseThrow();
        var candidate = candidate(player);
        show(candidate, "/my/applications/" + own(player).id());
        album.take("application-pooled", candidate, 900);
    }

    private boolean pooled(Player player) {
        return player.city().equals(HANGZHOU) && player.occupation().equals("安检员");
    }

    @Test
    @Order(10)
    void reporting() {
        playUntil("left");
        var clerk = office(Role.CITY_CLERK);
        show(clerk, exams("/reports/330100"));
        album.take("report", clerk);
        playUntil("city-report-late");
        var province = office(Role.PROVINCE_CLERK);
        show(province, exams("/reports"));
        album.take("reports", province, 900);
    }

    @Test
    @Order(11)
    void arranging() {
        var clerk = office(Role.CITY_CLERK);
        show(clerk, "/authority/sites/new");
        album.take("site-new", clerk, 900);
        show(clerk, exams("/330100"));
        album.take("arrangement-before", clerk, 900);
        playUntil("arranged");
        show(clerk, exams("/330100"));
        album.take("arrangement", clerk);
        show(clerk, "/authority/sites").follow("杭州演示技师学院");
        album.take("site", clerk, 900);
        var finance = office(Role.CITY_FINANCE);
        show(finance, "/authority/payments/settlements").follow("办理上缴");
        album.take("settlement", finance, 700);
    }

    @Test
    @Order(12)
    void beforeTheDay() {
        playUntil("settled");
        business.moveTo(at("2021-10-12T09:00"));
        var clerk = office(Role.CITY_CLERK);
        show(clerk, exams("/330100/packets"));
        album.take("packets-before", clerk, 700);
        playUntil("tickets");
        var player = seated();
        var candidate = candidate(player);
        show(candidate, "/my/tickets");
        album.take("tickets", candidate, 900);
        candidate.follow("查看准考证");
        album.take("ticket", candidate);
        var province = office(Role.PROVINCE_CLERK);
        show(province, exams("/330100/packets")).fill("交出人", "沈知远").fill("接收人", "许清扬");
        album.take("packets-send", province);
    }

    private Player seated() {
        return cast.with(Fate.PASSES).stream()
                .filter(player ->
                        player.city().equals(HANGZHOU) && player.occupation().equals("焊工"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    @Order(13)
    void onTheDay() {
        playUntil("sent");
        business.moveTo(at("2021-10-23T07:50"));
        var phone = people.as(Role.INVIGILATOR, browser.visitor(Screen.PHONE));
        show(phone, "/hall/exams");
        album.takeWithMenu("hall", phone);
        show(phone, "/hall/exams/" + session.id() + "/330100/day");
        album.take("hall-day", phone, 900);
        phone.follow("第1考场 理论知识").fill("准考证号或姓名", "202110330100001").type("Enter");
        phone.sees("已签到，座位");
        album.take("hall-signed-in", phone, 900);
        phone.fill("准考证号或姓名", "202110330100001").type("Enter").sees("签到过");
        album.take("hall-again", phone, 700);
    }

    @Test
    @Order(14)
    void inTheRooms() {
        playUntil("theory");
        business.moveTo(at("2021-10-23T09:05"));
        var clerk = office(Role.CITY_CLERK);
        show(clerk, exams("/330100/day"));
        album.take("day", clerk, 900);
        clerk.follow("第1考场 理论知识");
        album.take("sitting", clerk, 900);
        clerk.follow("结束签到");
        album.take("closing", clerk, 700);
        show(clerk, exams("/330100/incidents")).follow("记录考场情况");
        album.take("incident", clerk);
        playUntil("theory-over");
        show(clerk, exams("/330100/incidents"));
        album.take("incidents", clerk, 800);
    }

    @Test
    @Order(15)
    void handingBack() {
        playUntil("returned");
        var province = office(Role.PROVINCE_CLERK);
        show(province, exams("/dues"));
        album.take("dues", province, 900);
        show(province, exams("/330100/packets"));
        album.take("packets", province, 900);
    }

    @Test
    @Order(16)
    void marking() throws IOException {
        playUntil("practical-over");
        business.moveTo(at("2021-11-15T09:00"));
        var clerk = office(Role.PROVINCE_CLERK);
        show(clerk, "/authority/scores/" + session.id());
        album.take("scores-cities", clerk, 800);
        clerk.follow("杭州市");
        clerk.page().setInputFiles("input[type=file]", wrongFile());
        clerk.expectingFailureOf("/files").press("导入").sees("不是成绩");
        album.take("scores-wrong", clerk, 900);
        playUntil("marked");
        var approver = office(Role.PROVINCE_APPROVER);
        show(approver, "/authority/scores/" + session.id() + "/330100");
        album.take("scores-city", approver, 900);
        approver.follow("公布成绩");
        album.take("scores-release", approver, 700);
    }

    private FilePayload wrongFile() throws IOException {
        var rows = new ArrayList<List<?>>();
        for (var row : scores.template(Actor.program("guide"), session.id(), HANGZHOU)) {
            var filled = new ArrayList<Object>(row);
            filled.set(2, rows.size() % 20 == 0 ? 101 : 75);
            rows.add(filled);
        }
        var out = new ByteArrayOutputStream();
        Excel.write(out, "成绩", scores.headers(), rows.iterator());
        return new FilePayload("理论成绩.xlsx", WORKBOOK, out.toByteArray());
    }

    @Test
    @Order(17)
    void publishing() {
        playUntil("released");
        for (var fate : List.of(Fate.PASSES, Fate.FAILS_ONE)) {
            var candidate = candidate(one(fate));
            show(candidate, "/my/scores");
            album.take("my-scores-" + fate.name().toLowerCase(Locale.ROOT), candidate);
        }
        var holder = candidate(one(Fate.PASSES));
        show(holder, "/my/certificates").follow("一级/高级技师").sees("证书有效");
        album.take("certificate", holder);
        var clerk = office(Role.CITY_CLERK);
        show(clerk, "/authority/certificates");
        album.take("certificates", clerk, 900);
        var number = number(holder);
        show(clerk, "/authority/certificates?q=" + number).follow(one(Fate.PASSES).name());
        clerk.follow("登记领证").fill("领取人", "本人");
        album.take("hand-out", clerk, 800);
    }

    @Test
    @Order(18)
    void verifying() {
        playUntil("handed-out");
        var holder = candidate(one(Fate.PASSES));
        show(holder, "/my/certificates").follow("一级/高级技师").sees("证书有效");
        var number = number(holder);
        var anybody = browser.visitor(Screen.PHONE);
        show(anybody, "/verify").fill("证书编号", number);
        anybody.fill("姓名，或证件号码后 6 位", one(Fate.PASSES).name()).press("核验");
        anybody.sees("目前有效");
        album.take("verify", anybody, 1000);
    }

    private static String number(Visitor holder) {
        var page = holder.page().locator("main").innerText();
        return page.replaceAll("(?s).*\\b(2\\d{15})\\b.*", "$1");
    }

    @Test
    @Order(19)
    void lookingAfterThePlatform() {
        var auditor = office(Role.AUDITOR);
        album.takeWithMenu("audit", auditor);
        show(auditor, "/audit/verification");
        album.take("audit-verification", auditor, 700);
        var administrator = office(Role.ADMINISTRATOR);
        album.takeWithMenu("start-administrator", administrator);
        show(administrator, "/admin/accounts");
        album.take("accounts", administrator, 900);
        show(administrator, "/admin/accounts/new");
        album.take("account-new", administrator);
        var expert = office(Role.ASSESSOR);
        album.takeWithMenu("start-expert", expert);
    }

    private Visitor office(Role role) {
        return people.as(role, browser.visitor(Screen.DESK));
    }

    private Visitor candidate(Player player) {
        var visitor = browser.visitor(Screen.PHONE);
        SignedIn.byCode(player.phone(), visitor);
        visitor.isAt("/my");
        return visitor;
    }

    private static Visitor show(Visitor visitor, String path) {
        assertThat(visitor.page().navigate(path)).isNotNull();
        return visitor;
    }

    private String exams(String rest) {
        return "/authority/exams/" + session.id() + rest;
    }

    private Player one(Fate fate) {
        return cast.with(fate).stream()
                .filter(player -> player.city().equals(HANGZHOU))
                .findFirst()
                .orElseThrow();
    }

    private Player anyone(ApplicationStatus status) {
        return cast.players().stream()
                .filter(player -> player.city().equals(HANGZHOU) && player.fate().appliesInTime())
                .filter(player ->
                        registering.own(player).filter(own -> own.status() == status).isPresent())
                .findFirst()
                .orElseThrow();
    }

    private ApplicationView own(Player player) {
        return registering.own(player).orElseThrow();
    }

    private static Instant at(String time) {
        return LocalDateTime.parse(time).atZone(BusinessClock.ZONE).toInstant();
    }

    /** Everything up to the end of the chapter that was not played yet. */
    private void playUntil(String name) {
        var finished = store.loadFinished();
        for (var chapter : script.chapters()) {
            if (!finished.contains(chapter.name())) {
                var at = chapter.at().atZone(BusinessClock.ZONE).toInstant();
                if (business.now().isBefore(at)) {
                    business.moveTo(at);
                }
                chapter.play().run();
                store.finish(chapter.name(), clock.instant());
            }
            if (chapter.name().equals(name)) {
                return;
            }
        }
    }
}
