package cn.jiping.browser;

import cn.jiping.shared.Role;
import cn.jiping.task.TaskId;
import cn.jiping.task.TaskPlace;
import cn.jiping.testing.TestDatabase;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ActiveProfiles;

/** One inbox for an office: whoever claims a task has it, until they give it up or on. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ActiveProfiles("demo")
@Import(TestDatabase.class)
@SuppressWarnings("NullAway.Init") // filled before each test
class InboxInTheBrowserTests {
    private static final String INBOX = "/authority/tasks";
    private static final Set<Role> DOERS = Set.of(Role.CITY_CLERK, Role.CITY_REVIEWER);

    @RegisterExtension final Browser browser = new Browser();
    @Autowired ConfigurableApplicationContext context;
    private SignedIn people;
    private Matters matters;

    @BeforeEach
    void people() {
        people = new SignedIn(context);
        matters = new Matters(context);
    }

    private TaskId task(String matter) {
        return matters.task(DOERS, new TaskPlace.Division(Matters.HANGZHOU), matter);
    }

    private Visitor clerk(Screen screen) {
        return people.as(Role.CITY_CLERK, browser.visitor(screen));
    }

    private Visitor reviewer(Screen screen) {
        return people.as(Role.CITY_REVIEWER, browser.visitor(screen));
    }

    @ParameterizedTest
    @EnumSource
    void isNarrowedToWhatOneLooksFor(Screen screen) {
        task("核对甲考点的安排");
        task("核对乙考点的安排");
        var clerk = clerk(screen).visit(INBOX).sees("核对甲考点的安排").looksGood("inbox");

        clerk.fill("事项", "乙考点").press("查找").sees("核对乙考点的安排").seesNot("核对甲考点的安排");
        clerk.follow("已超期的").sees("没有符合条件的待办").looksGood("inbox-empty");
        clerk.visit(INBOX + "/offices").sees("杭州市");
    }

    @ParameterizedTest
    @EnumSource
    void givesATaskToTheFirstWhoClaimsIt(Screen screen) {
        var task = INBOX + "/" + task("答复对初审结论的异议");
        var clerk = clerk(screen).visit(task);
        var reviewer = reviewer(screen).visit(task);

        clerk.press("认领").sees("已认领，请尽快办理").looksGood("task-claimed");
        reviewer.expectingFailureOf("/claim").press("认领").sees("认领了这件待办").looksGood("task-taken");
        reviewer.visit(task).sees("办理中").seesNot("退回待认领");

        clerk.press("退回待认领").sees("已退回，本机关同事可以认领");
        reviewer.visit(task).press("认领").sees("已认领，请尽快办理");
    }

    @ParameterizedTest
    @EnumSource
    void handsATaskToAColleagueWhoIsTold(Screen screen) {
        var matter = "复核机构备案材料" + screen.width();
        var task = INBOX + "/" + task(matter);
        var clerk = clerk(screen).visit(task);
        clerk.press("认领").follow("移交").sees("期限不变");
        clerk.press("移交").sees("请选择交给谁").looksGood("task-hand-faults");

        clerk.page().locator("#to").selectOption(colleague(clerk));
        clerk.fill("原因", "本周外出督导").press("移交").sees("已移交").looksGood("task-handed");

        var reviewer = reviewer(screen).visit("/account/notices").sees(matter + "”转交给您");
        reviewer.visit(INBOX + "?view=MINE").follow(matter).sees("原因：本周外出督导");
        reviewer.fill("办理结果", "材料齐全").looksGood("task-mine").press("确认办结").sees("已办结");
        reviewer.visit(INBOX + "?view=ENDED").sees(matter);
    }

    private static String colleague(Visitor clerk) {
        return clerk.page()
                .locator("#to optgroup option[value^='over:']")
                .first()
                .getAttribute("value");
    }

    @ParameterizedTest
    @EnumSource
    void handsATaskUpAndTakesItBack(Screen screen) {
        var task = INBOX + "/" + task("核对考点启用申请");
        var clerk = clerk(screen).visit(task);
        clerk.press("认领").follow("移交").select("交给谁", "上级机关同一岗位");
        clerk.fill("原因", "超出本市权限").press("移交").sees("已移交");
        var province = people.as(Role.PROVINCE_CLERK, browser.visitor(screen)).visit(task);
        province.sees("原因：超出本市权限").looksGood("task-handed-up");

        clerk.visit(INBOX + "?view=HANDED").sees("核对考点启用申请").visit(task).press("收回").sees("已收回");

        province.visit(INBOX).seesNot("核对考点启用申请");
    }
}
