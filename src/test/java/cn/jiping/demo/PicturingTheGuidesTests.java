package cn.jiping.demo;

import cn.jiping.browser.Screen;
import cn.jiping.browser.Visitor;
import cn.jiping.score.Scores;
import cn.jiping.shared.Actor;
import cn.jiping.shared.Role;
import cn.jiping.testing.TestDatabase;
import cn.jiping.web.Excel;
import com.microsoft.playwright.options.FilePayload;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
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
            "demo.cities[1].inspectors=20",
            "demo.cities[2].city=330300",
            "demo.cities[2].welders=0",
            "demo.cities[2].guards=6",
            "demo.cities[2].inspectors=0"
        })
@ActiveProfiles("demo")
@Import(TestDatabase.class)
@EnabledIfSystemProperty(named = "guide.pictures", matches = "true")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class PicturingTheGuidesTests extends PicturingRegistration {
    private static final String WORKBOOK =
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    @Autowired Scores scores;

    @Test
    @Order(11)
    void arranging() {
        var clerk = office(Role.CITY_CLERK);
        show(clerk, "/authority/sites/new");
        album.take("site-new", clerk, 900);
        show(clerk, exams("/330100"));
        album.take("arrangement-before", clerk, 900);
        show(clerk, exams("/practicals"));
        album.take("practicals-before", clerk, 900);
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
    void enteringPracticals() {
        var clerk = office(Role.CITY_CLERK);
        show(clerk, exams("/practicals")).follow("焊工 一级");
        clerk.fill("报到时间", "13:00").fill("变更理由", "上午检修设备");
        album.take("practical", clerk);
        var province = office(Role.PROVINCE_CLERK);
        show(province, exams("/practicals"));
        album.take("practicals", province, 900);
    }

    @Test
    @Order(13)
    void onAnotherDay() {
        playUntil("arranged-moved");
        var another = session.otherDay().orElseThrow();
        var province = office(Role.PROVINCE_CLERK);
        show(province, "/authority/exams/" + another);
        album.take("exam-another-day", province, 800);
    }

    @Test
    @Order(14)
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
    @Order(15)
    void onTheDay() {
        playUntil("sent");
        business.moveTo(at("2021-10-23T07:50"));
        var phone = office(Role.INVIGILATOR, Screen.PHONE);
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
    @Order(16)
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
    @Order(17)
    void handingBack() {
        playUntil("returned");
        var province = office(Role.PROVINCE_CLERK);
        show(province, exams("/dues"));
        album.take("dues", province, 900);
        show(province, exams("/330100/packets"));
        album.take("packets", province, 900);
    }

    @Test
    @Order(18)
    void marking() throws IOException {
        playUntil("practical-over-moved");
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
    @Order(19)
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
    @Order(20)
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
    @Order(21)
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
}
