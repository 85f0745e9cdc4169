package cn.jiping.browser;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jiping.testing.TestDatabase;
import com.microsoft.playwright.options.Media;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ActiveProfiles;

@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ActiveProfiles("demo")
@Import(TestDatabase.class)
class CountingADeadlineTests {
    private static final String ACROSS_A_HOLIDAY =
            "/deadlines?what=working-day&event=2021-09-30&days=12";

    @RegisterExtension final Browser browser = new Browser();

    @ParameterizedTest
    @EnumSource
    void saysByWhenTheAnswerSheetsMustBeThere(Screen screen) {
        var clerk = browser.visitor(screen).visit("/deadlines");

        clerk.select("哪一件事", "题卡、答卷送交").fill("从哪一天起算", "2021-10-23");
        clerk.select("鉴定方式", "统一鉴定").press("计算");

        clerk.sees("2021年10月25日（星期一）").sees("一共数了 1 个工作日").looksGood("deadline");
        clerk.follow("浙江 2021 通知 二(二)").sees("据以判定的取值");
    }

    @ParameterizedTest
    @EnumSource
    void showsTheCalendarOverAHoliday(Screen screen) {
        var clerk = browser.visitor(screen).visit(ACROSS_A_HOLIDAY);

        clerk.sees("跳过放假 7 天").page().locator("details summary").last().click();

        clerk.sees("起算日，不计").looksGood("deadline-calendar");
    }

    @ParameterizedTest
    @EnumSource
    void tellsWhatIsMissingOrUnknown(Screen screen) {
        var clerk = browser.visitor(screen).visit("/deadlines?event=2021-02-30");

        assertThat(clerk.focus()).startsWith("有 2 处需要修改");
        clerk.visit("/deadlines?what=working-day&event=2031-12-31&days=1");
        clerk.sees("没有 2031 年的放假安排").looksGood("deadline-no-data");
    }

    @ParameterizedTest
    @EnumSource
    void answersTheSameWithoutScriptsAndOnPaper(Screen screen) {
        var clerk = browser.visitorWithoutScripts(screen).visit(ACROSS_A_HOLIDAY);

        clerk.page()
                .emulateMedia(
                        new com.microsoft.playwright.Page.EmulateMediaOptions()
                                .setMedia(Media.PRINT));

        clerk.sees("2021年10月").looksGood("deadline-print");
        assertThat(clerk.page().locator("form.jp-sheet").isVisible()).isFalse();
    }
}
