package cn.jiping.browser;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jiping.demo.StartingOver;
import cn.jiping.testing.TestDatabase;
import com.microsoft.playwright.Route;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.web.filter.OncePerRequestFilter;

/** Whoever asked the demo to begin anew, at the page that waits for it. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ActiveProfiles("demo")
@Import({TestDatabase.class, WaitingForANewBeginningTests.Restart.class})
class WaitingForANewBeginningTests {
    private static final long LONG = 121_000;

    @RegisterExtension final Browser browser = new Browser();
    @Autowired StartingOver startingOver;
    @Autowired Restart restart;

    /** The program as it stands to whoever waits: there, gone, or there anew and busy. */
    @Order(Ordered.HIGHEST_PRECEDENCE)
    static final class Restart extends OncePerRequestFilter {
        private static final Duration BUSY = Duration.ofSeconds(5);
        private static final String ANEW =
                "<!doctype html><title>演示考季</title><p data-run=\"another\">";

        private final AtomicInteger opened = new AtomicInteger();
        private volatile boolean gone;
        private volatile boolean anew;

        @Override
        protected void doFilterInternal(
                HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                throws ServletException, IOException {
            if (gone) {
                response.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
            } else if (anew) {
                answerAnew(request, response);
            } else {
                chain.doFilter(request, response);
            }
        }

        private void answerAnew(HttpServletRequest request, HttpServletResponse response)
                throws IOException {
            if ("navigate".equals(request.getHeader("Sec-Fetch-Mode"))) {
                opened.incrementAndGet();
                pause();
            }
            response.setContentType("text/html;charset=UTF-8");
            response.getWriter().write(ANEW);
        }

        private static void pause() {
            try {
                Thread.sleep(BUSY);
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @AfterEach
    void everythingStandsAgain() {
        restart.gone = false;
        restart.anew = false;
    }

    @Test
    void isLedOnThoughTheProgramWasGoneAtOnceAndIsBusyAnew() {
        startingOver.whenAsked(_ -> restart.gone = true);
        var visitor = browser.visitor(Screen.PHONE).expectingFailureOf("/demo");

        visitor.visit("/demo/start-over").press("重新开始");
        visitor.sees("正在重新开始").page().waitForLoadState();
        restart.gone = false;
        restart.anew = true;

        visitor.isAt("/demo");
        assertThat(restart.opened).hasValue(1);
    }

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
