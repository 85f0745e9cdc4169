package cn.jiping.browser;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jiping.demo.StartingOver;
import cn.jiping.testing.TestDatabase;
import com.microsoft.playwright.Route;
import java.time.LocalDate;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ActiveProfiles;

/** Whoever asked the demo to begin anew, at the page that waits for it. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ActiveProfiles("demo")
@Import(TestDatabase.class)
class WaitingForANewBeginningTests {
    private static final long LONG = 121_000;

    @RegisterExtension final Browser browser = new Browser();
    @Autowired StartingOver startingOver;

    @Test
    void isToldThatItTakesLongAndIsLedOnOnceAnotherRunAnswers() {
        var asked = new ArrayList<LocalDate>();
        startingOver.whenAsked(asked::add);
        var visitor = browser.visitor(Screen.PHONE);
        visitor.page().clock().install();

        visitor.visit("/demo").select("从哪一步接着办", "缴费：审核已经结束，考生等待缴费").press("重新开始");
        visitor.sees("清空演示数据，重新开始吗？").press("重新开始");
        visitor.sees("正在重新开始").looksGood("demo-starting");
        assertThat(asked).containsExactly(LocalDate.of(2021, 8, 3));
        assertThat(visitor.page().getByText("平台还没有重新开始").isVisible()).isFalse();

        visitor.page().clock().runFor(LONG);
        visitor.sees("平台还没有重新开始").looksGoodEverywhere("demo-starting-late");
        assertThat(visitor.page().url()).endsWith("/demo/start-over");

        visitor.page().route("**/demo", WaitingForANewBeginningTests::ofAnotherRun);
        visitor.page().clock().runFor(LONG);
        visitor.isAt("/demo");
    }

    private static void ofAnotherRun(Route route) {
        route.fulfill(
                new Route.FulfillOptions()
                        .setContentType("text/html")
                        .setBody("<!doctype html><title>演示考季</title><p data-run=\"another\">"));
    }
}
