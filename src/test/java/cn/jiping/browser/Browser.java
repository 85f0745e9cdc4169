package cn.jiping.browser;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ReducedMotion;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/**
 * One Chromium for all browser tests of a run. Each {@link Visitor} it lets in has cookies of their
 * own, so that a test may play several people at once:
 *
 * <pre>{@code
 * @SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
 * @Import(TestDatabase.class)
 * class HandingOverATaskTests {
 *     @RegisterExtension final Browser browser = new Browser();
 *
 *     @ParameterizedTest
 *     @EnumSource
 *     void showsItToTheColleague(Screen screen) {
 *         var clerk = browser.visitor(screen);
 *         clerk.visit("/sign-in");
 *         clerk.fill("用户名", "clerk").fill("密码", "…").press("登录");
 *         clerk.sees("待我办理").looksGood("inbox");
 *     }
 * }
 * }</pre>
 *
 * Visitors leave by themselves after each test; a console error, a blocked script or a failed
 * request during the visit fails the test then. Chromium is the one of {@code JIPING_CHROMIUM}, or
 * {@code /usr/bin/chromium}.
 */
public final class Browser implements BeforeEachCallback, AfterEachCallback {
    private static final Namespace NAMESPACE = Namespace.create(Browser.class);

    private final List<Visitor> visitors = new ArrayList<>();
    private @Nullable ExtensionContext context;

    @Override
    public void beforeEach(ExtensionContext test) {
        context = test;
    }

    /** Lets somebody in at the screen. */
    public Visitor visitor(Screen screen) {
        return enter(screen, true);
    }

    /** Lets somebody in whose browser runs no scripts. */
    public Visitor visitorWithoutScripts(Screen screen) {
        return enter(screen, false);
    }

    private Visitor enter(Screen screen, boolean scripts) {
        var options =
                new NewContextOptions()
                        .setViewportSize(screen.width(), screen.height())
                        .setReducedMotion(ReducedMotion.REDUCE)
                        .setLocale("en-US")
                        .setJavaScriptEnabled(scripts)
                        .setBaseURL("http://localhost:" + port());
        var visitor = new Visitor(chromium().newContext(options), screen, scripts);
        visitors.add(visitor);
        return visitor;
    }

    private ExtensionContext test() {
        return Objects.requireNonNull(context, "Register the browser with @RegisterExtension");
    }

    private com.microsoft.playwright.Browser chromium() {
        return test().getRoot()
                .getStore(NAMESPACE)
                .computeIfAbsent(Chromium.class, _ -> new Chromium(), Chromium.class)
                .browser;
    }

    private String port() {
        return SpringExtension.getApplicationContext(test())
                .getEnvironment()
                .getRequiredProperty("local.server.port");
    }

    @Override
    public void afterEach(ExtensionContext test) {
        var left = List.copyOf(visitors);
        visitors.clear();
        left.forEach(Visitor::close);
        if (test.getExecutionException().isEmpty()) {
            left.forEach(Visitor::assertNothingWentWrong);
        }
    }

    /** The program itself, kept until the run ends. */
    private static final class Chromium implements AutoCloseable {
        private static final List<String> ARGUMENTS =
                List.of(
                        "--no-sandbox",
                        "--disable-gpu",
                        "--disable-dev-shm-usage",
                        "--disable-background-networking",
                        "--disable-component-update",
                        "--disable-default-apps",
                        "--disable-sync",
                        "--no-first-run");

        private final Playwright playwright =
                Playwright.create(
                        new Playwright.CreateOptions()
                                .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        private final com.microsoft.playwright.Browser browser =
                playwright
                        .chromium()
                        .launch(
                                new BrowserType.LaunchOptions()
                                        .setExecutablePath(executable())
                                        .setArgs(ARGUMENTS));

        private static Path executable() {
            return Path.of(
                    Objects.requireNonNullElse(
                            System.getenv("JIPING_CHROMIUM"), "/usr/bin/chromium"));
        }

        @Override
        public void close() {
            playwright.close();
        }
    }
}
