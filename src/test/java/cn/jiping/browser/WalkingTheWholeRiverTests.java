package cn.jiping.browser;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jiping.exam.Arrangements;
import cn.jiping.exam.NineOthers;
import cn.jiping.plan.SessionId;
import cn.jiping.score.Scores;
import cn.jiping.shared.Role;
import cn.jiping.testing.TestDatabase;
import cn.jiping.web.Excel;
import com.microsoft.playwright.options.FilePayload;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ActiveProfiles;

/** One welder, on the phone, from the announcement to the certificate that anybody verifies. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "jiping.clock.start=2021-07-01T09:00:00")
@ActiveProfiles("demo")
@Import(TestDatabase.class)
@SuppressWarnings("NullAway.Init") // filled before each test
class WalkingTheWholeRiverTests {
    private static final LocalDateTime IN_JULY = LocalDateTime.of(2021, 7, 20, 9, 0);
    private static final String SESSION = "浙江省2021年10月职业资格全省统一鉴定";
    private static final Pattern TICKET = Pattern.compile("20211033\\d{7}");
    private static final Pattern NUMBER = Pattern.compile("\\b2\\d{15}\\b");

    @RegisterExtension final Browser browser = new Browser();
    @Autowired ConfigurableApplicationContext context;
    @Autowired Arrangements arrangements;
    @Autowired Scores scores;
    private SignedIn people;
    private Matters matters;
    private SeasonMatters season;
    private SessionId session;
    private Visitor welder;

    @BeforeEach
    void july() {
        people = new SignedIn(context);
        matters = new Matters(context);
        season = new SeasonMatters(matters);
        session = season.registering(IN_JULY);
        welder = browser.visitor(Screen.PHONE);
        SignedIn.byCode("13900005101", welder);
    }

    @Test
    void endsWithTheCertificateThatAnybodyVerifies() throws IOException {
        applies();
        isReviewed();
        pays();
        var others = NineOthers.enter(arrangements, session);
        isSeated();
        var ticket = fetchesTheTicket();
        others.leave();
        signsIn(ticket);
        isMarked(ticket);
        isPublished();
        isVerified(seesTheCertificate());
    }

    private void applies() throws IOException {
        var applying = new Applying(welder, matters);
        applying.begin(session);
        applying.photo();
        applying.background();
        applying.certificates("2017-05-22");
        applying.history();
        applying.condition();
        applying.materials();
        applying.handIn();
    }

    private void isReviewed() {
        for (var role : List.of(Role.BODY_ELIGIBILITY_REVIEWER, Role.CITY_REVIEWER)) {
            var reviewer = people.as(role, browser.visitor(Screen.DESK));
            reviewer.visit(role == Role.CITY_REVIEWER ? "/authority/reviews" : "/body/reviews");
            reviewer.follow("演示沈清和").check("通过").press("提交结论");
            reviewer.sees("已提交对演示沈清和的审核结论");
        }
    }

    private void pays() {
        welder.visit("/my/applications").follow("焊工 一级/高级技师").sees("审核已通过，等待缴费");
        welder.follow("去缴费").press("去缴费").press("支付 695.00 元").sees("已缴费");
        welder.visit("/my/applications").sees("报名成功");
    }

    private void isSeated() {
        season.site();
        season.becomes(LocalDate.of(2021, 8, 9));
        var clerk = people.as(Role.CITY_CLERK, browser.visitor(Screen.DESK));
        clerk.visit("/authority/exams").follow(SESSION).follow("杭州市");
        clerk.select("考点", "杭州第一技师学院（1 个考场，30 座）").press("编排座位");
        clerk.sees("座位已编排");
    }

    private String fetchesTheTicket() {
        season.becomes(LocalDate.of(2021, 10, 18));
        welder.visit("/my/tickets").follow("查看准考证").sees("2021-10-23 08:30");
        return found(TICKET, welder);
    }

    private static String found(Pattern pattern, Visitor visitor) {
        var matcher = pattern.matcher(visitor.page().locator("main").innerText());
        assertThat(matcher.find()).as("%s", pattern).isTrue();
        return matcher.group();
    }

    private void signsIn(String ticket) {
        season.becomes(LocalDateTime.of(2021, 10, 23, 8, 0));
        var invigilator = people.as(Role.INVIGILATOR, browser.visitor(Screen.PHONE));
        invigilator.visit("/hall/exams/" + session + "/330100/day").follow("第1考场 理论知识");
        invigilator.fill("准考证号或姓名", ticket).type("Enter").sees("已签到，座位");
    }

    private void isMarked(String ticket) throws IOException {
        season.becomes(LocalDate.of(2021, 11, 15));
        var clerk = people.as(Role.PROVINCE_CLERK, browser.visitor(Screen.DESK));
        clerk.visit("/authority/scores/" + session + "/330100");
        var out = new ByteArrayOutputStream();
        List<Object> row = List.of(ticket, "演示沈清和", 82, 76.5, 60);
        Excel.write(out, "成绩", scores.headers(), List.of(row).iterator());
        clerk.page()
                .setInputFiles(
                        "input[type=file]",
                        new FilePayload(
                                "成绩.xlsx",
                                "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                                out.toByteArray()));
        clerk.press("导入").sees("新增或更改 3 个科目成绩");
    }

    private void isPublished() {
        season.becomes(LocalDate.of(2021, 11, 22));
        var approver = people.as(Role.PROVINCE_APPROVER, browser.visitor(Screen.DESK));
        approver.visit("/authority/scores/" + session + "/330100").follow("公布成绩");
        approver.press("公布成绩").sees("成绩已公布");
        welder.visit("/my/applications").follow("焊工 一级/高级技师").sees("公布后在“成绩”里查看");
        welder.visit("/my/scores").sees("76.5").sees("合格");
    }

    private String seesTheCertificate() {
        while (welder.visit("/my/certificates").page().getByText("焊工 一级/高级技师").count() == 0) {
            welder.page().waitForTimeout(200);
        }
        welder.follow("焊工 一级/高级技师").sees("证书有效").looksGood("river-certificate");
        return found(NUMBER, welder);
    }

    private void isVerified(String number) {
        var anybody = browser.visitor(Screen.PHONE);
        anybody.visit("/verify").fill("证书编号", number);
        anybody.fill("姓名，或证件号码后 6 位", "演示沈清和").press("核验");
        anybody.sees("这本证书是真的，目前有效");
    }
}
