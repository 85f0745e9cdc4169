package cn.jiping.browser;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jiping.policy.DecisionDraft;
import cn.jiping.policy.Decisions;
import cn.jiping.policy.LawVersion;
import cn.jiping.policy.LawVersions;
import cn.jiping.policy.ThirdProvince;
import cn.jiping.shared.Actor;
import cn.jiping.shared.DivisionCode;
import cn.jiping.shared.Ids;
import cn.jiping.shared.Role;
import cn.jiping.testing.TestDatabase;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ActiveProfiles;

/** A province changes its law on its pages: files, comparison, replay, two persons. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ActiveProfiles("demo")
@Import(TestDatabase.class)
class ChangingTheLawTests {
    private static final String GROUP_SIZE =
            """
            - from: 2021-01-01
              source: { document: ZJ2021, clause: "二(二)" }
              threshold: 10
            - from: 2027-01-01
              practice: 本省自2027年起放宽（测试）
              threshold: %d
            """;

    @RegisterExtension final Browser browser = new Browser();
    @Autowired ConfigurableApplicationContext context;
    @Autowired Decisions decisions;
    @Autowired LawVersions versions;

    @ParameterizedTest
    @EnumSource
    void fromADraftToADecisionThatNamesTheNewVersion(Screen screen) {
        var people = new SignedIn(context);
        var clerk = people.as(Role.PROVINCE_CLERK, browser.visitor(screen));
        var threshold = screen == Screen.DESK ? 7 : 6;
        var matter = decided(threshold);

        var draft = drafted(clerk, threshold);
        clerk.sees(screen == Screen.DESK ? "新增" : "改动");
        clerk.looksGood("law-draft");

        clerk.press("开始重判").sees("正在重判").looksGood("law-replay-running");
        new Matters(context).run("policy.replay");
        clerk.sees("判完了").sees(matter).looksGood("law-replay-done");

        clerk.visit(draft);
        propose(people, clerk);
        clerk.sees("等另一个人确认");
        var approver = people.as(Role.PROVINCE_APPROVER, browser.visitor(screen));
        approver.visit("/authority/tasks").sees("确认启用法规草案");
        approver.visit(draft);
        confirm(people, approver);
        approver.sees("已启用，从现在起按它答复").looksGood("law-activated");

        var version = versions.inForce().orElseThrow();
        var answer =
                approver.page()
                        .request()
                        .get("/api/v1/decisions/group-size?on=2027-05-01&applicants=" + threshold);
        assertThat(answer.text()).contains("\"allowed\":true");
        assertThat(answer.headers()).containsEntry("law-book", version.shortBook());
        assertThat(version.proposedBy()).isNotEqualTo(version.confirmedBy());
        approver.visit("/authority/law/versions/1").sees(LawVersion.shortened(first()));
    }

    private static String drafted(Visitor clerk, int threshold) {
        clerk.visit("/authority/law").follow("提交草案");
        clerk.fill("名称", "自2027年起满" + threshold + "人可开考");
        upload(clerk, "#file", "law.zip", archive(GROUP_SIZE.formatted(threshold)));
        clerk.press("核对并收下").sees("草案已收下").sees("浙江省 · 开考人数");
        return clerk.page().url().replaceFirst(".*(?=/authority)", "");
    }

    @ParameterizedTest
    @EnumSource
    void bringsTheReplayUpToDateWithWhatWasDecidedSince(Screen screen) {
        var people = new SignedIn(context);
        var clerk = people.as(Role.PROVINCE_CLERK, browser.visitor(screen));
        var threshold = screen == Screen.DESK ? 5 : 4;
        var draft = drafted(clerk, threshold);
        clerk.press("开始重判").sees("正在重判");
        new Matters(context).run("policy.replay");

        var since = decided(threshold);
        clerk.visit(draft).sees("重判以后又作出 1 件决定").looksGood("law-newcomers");
        clerk.press("补判新作的决定").sees("正在重判");
        new Matters(context).run("policy.replay");
        clerk.sees("判完了").sees(since);

        decided(threshold);
        clerk.visit(draft).follow("提请启用");
        confirmAgain(people, Role.PROVINCE_CLERK, clerk);
        clerk.sees("1 件，启用时一并判完").looksGood("law-propose-newcomers");
    }

    private String first() {
        return versions.version(1).book();
    }

    private static void propose(SignedIn people, Visitor clerk) {
        clerk.follow("提请启用");
        confirmAgain(people, Role.PROVINCE_CLERK, clerk);
        clerk.looksGood("law-propose").press("提请启用");
    }

    private static void confirm(SignedIn people, Visitor approver) {
        approver.follow("确认启用");
        confirmAgain(people, Role.PROVINCE_APPROVER, approver);
        approver.looksGood("law-confirm").press("确认启用");
    }

    /** The question page asks for the password again where the sign-in was too long ago. */
    private static void confirmAgain(SignedIn people, Role role, Visitor visitor) {
        visitor.page().waitForLoadState();
        if (visitor.page().url().contains("/account/confirm")) {
            people.confirm(role, visitor);
        }
    }

    private String decided(int applicants) {
        var id = "PLAN-" + Ids.next().toString().substring(24);
        decisions.decide(
                Actor.program("tests"),
                new DecisionDraft(
                        new DecisionDraft.About("plan", id),
                        "group-size",
                        "",
                        "{\"on\": \"2027-05-01\", \"applicants\": " + applicants + "}",
                        new DivisionCode("330000"),
                        null));
        return id;
    }

    private static byte[] archive(String law) {
        return ThirdProvince.zip(Map.of("law/33/plan/group-size.yaml", law));
    }

    private static void upload(Visitor visitor, String field, String name, byte[] content) {
        visitor.page()
                .locator(field)
                .setInputFiles(new FilePayload(name, "application/octet-stream", content));
    }

    @ParameterizedTest
    @EnumSource
    void isToldWhatIsWrongWithTheFiles(Screen screen) {
        var clerk =
                new SignedIn(context)
                        .as(Role.PROVINCE_CLERK, browser.visitor(screen))
                        .expectingFailureOf("/authority/law/drafts");

        clerk.visit("/authority/law/drafts/new").fill("名称", "写错的草案");
        upload(clerk, "#file", "law.zip", archive(GROUP_SIZE.replace("%d", "许多")));
        clerk.press("核对并收下").sees("整份没有收下").sees("33/plan/group-size.yaml").sees("threshold");
        clerk.looksGood("law-draft-faulty");
    }

    @Test
    void theAdministratorLoadsAYearOfHolidays() {
        var administrator =
                new SignedIn(context).as(Role.ADMINISTRATOR, browser.visitor(Screen.PHONE));
        var file =
                """
                日期,安排,节日
                2027-01-01,休,元旦
                2027-02-06,休,春节
                2027-02-07,休,春节
                2027-02-20,班,春节
                2027-04-05,休,清明节
                2027-05-01,休,劳动节
                2027-06-09,休,端午节
                2027-09-15,休,中秋节
                2027-10-01,休,国庆节
                2027-10-02,休,国庆节
                2027-10-03,休,国庆节
                """;

        administrator.visit("/admin/holidays").fill("年份", "2027").fill("依据", "公告（测试）");
        upload(administrator, "#text", "2027.csv", file.getBytes(StandardCharsets.UTF_8));
        administrator.press("核对").sees("请核对").looksGood("holidays-preview");
        administrator.press("按此启用").sees("2027 年的放假安排已启用").looksGood("holidays-loaded");

        var answer =
                administrator
                        .page()
                        .request()
                        .get("/api/v1/decisions/working-day?from=2027-02-19&offset=1");
        assertThat(answer.text()).contains("2027-02-20");
    }
}
