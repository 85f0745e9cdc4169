package cn.jiping.browser;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jiping.account.DemoAccounts;
import cn.jiping.exam.Arrangements;
import cn.jiping.exam.NineOthers;
import cn.jiping.plan.SessionId;
import cn.jiping.score.Scores;
import cn.jiping.shared.Role;
import cn.jiping.web.Excel;
import com.microsoft.playwright.options.FilePayload;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * One welder, on the phone, from the announcement to the certificate in the hand that anybody
 * verifies; every step by the role whose it is, at its own page.
 */
@SuppressWarnings("NullAway.Init") // filled before each test
class WalkingTheWholeRiverTests extends InTheBrowser {
    private static final String SESSION = "浙江省2021年10月职业资格全省统一鉴定";
    private static final String WELDER = "演示沈清和";
    private static final String SUBJECT = "焊工 一级/高级技师";
    private static final Pattern TICKET = Pattern.compile("20211033\\d{7}");
    private static final Pattern NUMBER = Pattern.compile("\\b2\\d{15}\\b");
    private static final int TRIES = 150;

    @Autowired Arrangements arrangements;
    @Autowired Scores scores;
    private final Map<Role, Visitor> staff = new EnumMap<>(Role.class);
    private Matters matters;
    private SeasonMatters season;
    private SessionId session;
    private Visitor welder;

    @BeforeEach
    void theSeasonBegins() {
        matters = new Matters(context);
        season = new SeasonMatters(matters);
        welder = browser.visitor(Screen.PHONE);
    }

    /** Signed in once; an invigilator has a phone. */
    private Visitor of(Role role) {
        var screen = role == Role.INVIGILATOR ? Screen.PHONE : Screen.DESK;
        return staff.computeIfAbsent(role, one -> people.as(one, browser.visitor(screen)));
    }

    @Test
    void endsWithTheCertificateThatAnybodyVerifies() throws IOException {
        isAnnounced();
        isTakenUpByTheCity();
        season.becomes(LocalDateTime.of(2021, 7, 20, 9, 0));
        isReadBySomebodyNotSignedIn();
        applies();
        isReviewed();
        pays();
        var others = NineOthers.enter(arrangements, session);
        isSeated();
        papersAreDemanded();
        var ticket = fetchesTheTicket();
        papersCome();
        others.leave();
        sits(ticket);
        papersGoBack();
        isMarked(ticket);
        isPublished();
        var number = seesTheCertificate();
        isHandedOut(number);
        isVerified(number);
    }

    private void isAnnounced() {
        var clerk = of(Role.PROVINCE_CLERK);
        clerk.visit("/authority/sessions/new").follow("拟定这个批次");
        var row = clerk.page().locator("fieldset:has-text('焊工')");
        row.locator("input[type=checkbox]").check();
        row.locator("select").first().selectOption("PRACTICAL");
        row.locator("select").last().selectOption("WRITTEN");
        clerk.press("保存，送交公告").sees("等待另一位人员核准公告");

        var approver = of(Role.PROVINCE_APPROVER);
        approver.visit("/authority/sessions").follow(SESSION).follow("公告");
        approver.press("公告").sees("各市已收到待办");
        var here = URI.create(approver.page().url()).getPath();
        session = SessionId.of(here.substring(here.lastIndexOf('/') + 1));
    }

    private void isTakenUpByTheCity() {
        var clerk = of(Role.CITY_CLERK);
        clerk.visit("/authority/sessions").follow(SESSION).follow("确定受理机构");
        clerk.select("受理机构", DemoAccounts.BODY_NAME).fill("联系方式", "0571-00000000");
        clerk.press("保存").sees("已确定受理机构");
    }

    private void isReadBySomebodyNotSignedIn() {
        welder.visit("/sessions").follow(SESSION).sees("7月28日").sees("8:30");
        welder.sees(DemoAccounts.BODY_NAME).sees("0571-00000000").looksGood("river-announcement");
        SignedIn.byCode("13900005101", welder);
        welder.isAt("/my");
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
            var reviewer = of(role);
            reviewer.visit(role == Role.CITY_REVIEWER ? "/authority/reviews" : "/body/reviews");
            reviewer.follow(WELDER).check("通过").press("提交结论");
            reviewer.sees("已提交对演示沈清和的审核结论");
        }
    }

    private void pays() {
        welder.visit("/my/applications").follow(SUBJECT).sees("审核已通过，等待缴费");
        welder.follow("去缴费").press("去缴费").press("支付 695.00 元").sees("已缴费");
        welder.visit("/my/applications").sees("报名成功");
    }

    private void isSeated() {
        season.site();
        season.becomes(LocalDate.of(2021, 8, 9));
        var clerk = of(Role.CITY_CLERK);
        clerk.visit("/authority/exams").follow(SESSION).follow("杭州市");
        clerk.select("考点", "杭州第一技师学院（1 个考场，30 座）").press("编排座位");
        clerk.sees("座位已编排");
    }

    private String packets() {
        return "/authority/exams/" + session + "/330100/packets";
    }

    /** The papers of both written subjects. */
    private void papersAreDemanded() {
        season.becomes(LocalDate.of(2021, 10, 12));
        of(Role.CITY_CLERK).visit(packets()).press("报出试卷需求").sees("已报出 2 袋试卷的需求");
    }

    private void papersCome() {
        season.becomes(LocalDate.of(2021, 10, 21));
        hands(Role.PROVINCE_CLERK, "省里发出");
        hands(Role.CITY_CLERK, "市里收到");
        hands(Role.CITY_CLERK, "送到考点");
    }

    private void hands(Role role, String step) {
        var clerk = of(role).visit(packets()).sees("登记：" + step);
        clerk.fill("交出人", "严省").fill("接收人", "丁杭").press("登记交接").sees("交接已登记");
    }

    /** 启封: in the room, before the hour; the papers of the other subjects stay shut. */
    private void opens(String subject) {
        hands(Role.CITY_CLERK, "考场启封（" + subject + "）");
    }

    /** 收回: when the subject is over, whatever is still to come on that day. */
    private void collects(String subject) {
        hands(Role.CITY_CLERK, "考后收回（" + subject + "）");
    }

    private void papersGoBack() {
        season.becomes(LocalDate.of(2021, 10, 25));
        hands(Role.PROVINCE_CLERK, "送交省中心");
        of(Role.CITY_CLERK).visit(packets()).sees("没有您要登记的").looksGood("river-papers");
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

    /** 理论知识 and 综合评审 on the day, 操作技能 by hand on the next. */
    private void sits(String ticket) {
        season.becomes(LocalDateTime.of(2021, 10, 23, 8, 0));
        opens("理论知识");
        signsIn("理论知识", ticket);
        season.becomes(LocalDateTime.of(2021, 10, 23, 10, 30));
        closes("理论知识");
        collects("理论知识");
        season.becomes(LocalDateTime.of(2021, 10, 23, 15, 10));
        opens("综合评审");
        signsIn("综合评审", ticket);
        season.becomes(LocalDateTime.of(2021, 10, 23, 17, 30));
        closes("综合评审");
        collects("综合评审");
        season.becomes(LocalDateTime.of(2021, 10, 24, 9, 0));
        signsIn("操作技能（实际操作）", ticket);
        closes("操作技能（实际操作）");
    }

    private Visitor atTheDoor(String sitting) {
        var invigilator = of(Role.INVIGILATOR);
        return invigilator
                .visit("/hall/exams/" + session + "/330100/day")
                .follow("第1考场 " + sitting);
    }

    private void signsIn(String sitting, String ticket) {
        var invigilator = atTheDoor(sitting);
        invigilator.fill("准考证号或姓名", ticket).type("Enter").sees("已签到，座位");
    }

    private void closes(String sitting) {
        atTheDoor(sitting).follow("结束签到").press("结束签到").sees("签到已结束");
    }

    /** What is done by hand by the city, what is written by the province. */
    private void isMarked(String ticket) throws IOException {
        season.becomes(LocalDate.of(2021, 10, 26));
        readsIn(Role.CITY_CLERK, List.of(ticket, WELDER, "", 76.5, ""));
        of(Role.CITY_CLERK).sees("新增或更改 1 个科目成绩");
        season.becomes(LocalDate.of(2021, 11, 15));
        readsIn(Role.PROVINCE_CLERK, List.of(ticket, WELDER, 82, "", 60));
        of(Role.PROVINCE_CLERK).sees("新增或更改 2 个科目成绩");
    }

    private void readsIn(Role role, List<Object> row) throws IOException {
        var clerk = of(role).visit("/authority/scores/" + session + "/330100");
        var out = new ByteArrayOutputStream();
        Excel.write(out, "成绩", scores.headers(), List.of(row).iterator());
        clerk.page()
                .setInputFiles(
                        "input[type=file]",
                        new FilePayload(
                                "成绩.xlsx",
                                "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                                out.toByteArray()));
        clerk.press("导入");
    }

    private void isPublished() {
        season.becomes(LocalDate.of(2021, 11, 22));
        var approver = of(Role.PROVINCE_APPROVER);
        approver.visit("/authority/scores/" + session + "/330100").follow("公布成绩");
        approver.press("公布成绩").sees("成绩已公布");
        welder.visit("/my/applications").follow(SUBJECT).sees("公布后在“成绩”里查看");
        welder.visit("/my/scores").sees("76.5").sees("合格");
    }

    /** It is issued behind the page, soon after the scores. */
    private String seesTheCertificate() {
        for (var tries = 0; tries < TRIES && !issued(); tries++) {
            welder.page().waitForTimeout(200);
        }
        welder.follow(SUBJECT).sees("证书有效").looksGood("river-certificate");
        return found(NUMBER, welder);
    }

    private boolean issued() {
        return welder.visit("/my/certificates").page().getByText(SUBJECT).count() > 0;
    }

    /** 领取签收表 is what the holder signs; then the clerk puts it on record. */
    private void isHandedOut(String number) throws IOException {
        season.becomes(LocalDate.of(2021, 12, 6));
        var clerk = of(Role.CITY_CLERK);
        clerk.visit("/authority/certificates").fill("证书编号或姓名", number).press("查找");
        var receipt = clerk.sees("1 本证书").page().getByText("领取签收表").getAttribute("href");
        assertThat(paper(clerk, receipt)).contains(WELDER, number);

        clerk.follow(WELDER).follow("登记领证").fill("领取人", "本人").press("登记领证");
        clerk.sees("已登记领证").looksGood("river-handed-out");
        clerk.visit("/authority/certificates?handed=yes&q=" + number).sees("1 本证书");
    }

    private static String paper(Visitor clerk, String address) throws IOException {
        var answer = clerk.page().request().get(address);
        assertThat(answer.status()).isEqualTo(200);
        try (var paper = Loader.loadPDF(answer.body())) {
            return new PDFTextStripper().getText(paper);
        }
    }

    private void isVerified(String number) {
        var anybody = browser.visitor(Screen.PHONE);
        anybody.visit("/verify").fill("证书编号", number);
        anybody.fill("姓名，或证件号码后 6 位", WELDER).press("核验");
        anybody.sees("这本证书是真的，目前有效");
    }
}
