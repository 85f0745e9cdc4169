package cn.jiping.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * 来访者: a person at a screen. What they do waits for the page; what they must see is asserted. Each
 * page they stop at is checked for accessibility and sideways scrolling, and photographed into
 * {@code target/screenshots/<name>-<width>.png}.
 */
public final class Visitor {
    private static final Path SCREENSHOTS = Path.of("target", "screenshots");
    private static final int OK = 200;
    private static final int FIRST_ERROR = 400;
    private static final Pattern ID =
            Pattern.compile("\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}");
    private static final Pattern SECRET = Pattern.compile("[\\w-]{43}|(?<=/verify/)[\\w-]{22}");
    private static final Pattern LOADING_FAILED = Pattern.compile("^Failed to load resource.*");

    private final BrowserContext context;
    private final Page page;
    private Screen screen;
    private final boolean scripts;
    private final List<String> wrongs = new ArrayList<>();
    private final Set<String> expectedToFail = new HashSet<>();

    Visitor(BrowserContext context, Screen screen, boolean scripts) {
        this.context = context;
        this.screen = screen;
        this.scripts = scripts;
        this.page = context.newPage();
        page.onConsoleMessage(this::heard);
        page.onPageError(error -> wrongs.add("script error: " + error));
        page.onRequestFailed(this::failed);
        page.onResponse(this::answered);
    }

    /**
     * Goes to the path, which must answer well, and checks the page under a name made of the path.
     */
    public Visitor visit(String path) {
        return visit(path, OK);
    }

    /** Goes to a path that answers with this status, such as 404. */
    public Visitor visit(String path, int status) {
        if (status >= FIRST_ERROR) {
            expectedToFail.add(path);
        }
        var response = Objects.requireNonNull(page.navigate(path), path);
        assertThat(response.status()).describedAs(path).isEqualTo(status);
        return looksGood(name(path));
    }

    /** Ids and tokens differ in every run and make no good name. */
    static String name(String path) {
        var name = SECRET.matcher(ID.matcher(path).replaceAll("one")).replaceAll("link");
        name = name.replaceAll("[^\\p{Alnum}]+", "-").replaceAll("^-|-$", "");
        return name.isEmpty() ? "home" : name;
    }

    /** Follows a link by its words. */
    public Visitor follow(String link) {
        named(AriaRole.LINK, link).click();
        return this;
    }

    /** Presses a button by its words. */
    public Visitor press(String button) {
        named(AriaRole.BUTTON, button).click();
        return this;
    }

    /** Opens the filters that a narrow screen keeps folded; does nothing where they stand open. */
    public Visitor filters() {
        var folded = page.locator("details.jp-more:not([open]) > summary");
        if (folded.isVisible()) {
            folded.click();
        }
        return this;
    }

    /** Types into the field with this label. */
    public Visitor fill(String label, String text) {
        field(label).fill(text);
        return this;
    }

    /** Picks the option with these words in the select with this label. */
    public Visitor select(String label, String option) {
        field(label)
                .selectOption(new com.microsoft.playwright.options.SelectOption().setLabel(option));
        return this;
    }

    /** Ticks the box or the radio button with this label. */
    public Visitor check(String label) {
        field(label).check();
        return this;
    }

    /** Presses a key where the focus is, such as Tab or Enter. */
    public Visitor type(String key) {
        page.keyboard().press(key);
        return this;
    }

    /** Says that answers to this path may be errors on purpose from now on. */
    public Visitor expectingFailureOf(String path) {
        expectedToFail.add(path);
        return this;
    }

    public Visitor sees(String text) {
        page.getByText(text).first().waitFor();
        return this;
    }

    public Visitor seesNot(String text) {
        assertThat(page.getByText(text).count()).describedAs(text).isZero();
        return this;
    }

    public Visitor isAt(String path) {
        page.waitForURL(url -> path.equals(java.net.URI.create(url).getPath()));
        return this;
    }

    /** The field, link or button that has the focus, by its text or label. */
    public String focus() {
        return (String)
                page.evaluate(
                        "() => (document.activeElement.labels?.[0] ?? document.activeElement)"
                                + ".textContent.trim()");
    }

    /** Turns to another screen, the page staying open. */
    public Visitor at(Screen other) {
        screen = other;
        page.setViewportSize(other.width(), other.height());
        return this;
    }

    /** Checks the page as it stands on every screen. */
    public Visitor looksGoodEverywhere(String name) {
        for (var other : Screen.values()) {
            at(other).looksGood(name);
        }
        return this;
    }

    /** Checks the page as it stands, and photographs it under the name. */
    public Visitor looksGood(String name) {
        page.waitForLoadState();
        page.mouse().move(0, 0);
        page.screenshot(
                new Page.ScreenshotOptions()
                        .setFullPage(true)
                        .setPath(SCREENSHOTS.resolve(name + "-" + screen.width() + ".png")));
        fitsTheScreen(name);
        if (scripts) {
            isAccessible(name);
        }
        return this;
    }

    private void fitsTheScreen(String name) {
        var width = page.locator("html").evaluate("e => e.scrollWidth");
        assertThat(((Number) width).intValue())
                .describedAs(name + " scrolls sideways")
                .isLessThanOrEqualTo(screen.width());
    }

    private void isAccessible(String name) {
        var violations = new AxeBuilder(page).setLegacyMode(true).analyze().getViolations();
        assertThat(violations.stream().map(Visitor::told))
                .describedAs(name + " for people who see or move differently")
                .isEmpty();
    }

    private static String told(Rule rule) {
        var where = rule.getNodes().stream().map(node -> node.getHtml()).limit(3).toList();
        return rule.getId() + ": " + rule.getHelp() + " " + where;
    }

    /** The page itself, for what no method here says. */
    public Page page() {
        return page;
    }

    private Locator named(AriaRole role, String name) {
        return page.getByRole(role, new Page.GetByRoleOptions().setName(name)).first();
    }

    private Locator field(String label) {
        return page.getByLabel(label).first();
    }

    private void heard(ConsoleMessage message) {
        var serious = message.type().equals("error") || message.type().equals("warning");
        if (serious && !LOADING_FAILED.matcher(message.text()).matches()) {
            wrongs.add("console: " + message.text());
        }
    }

    private void failed(Request request) {
        if (!"net::ERR_ABORTED".equals(request.failure())) {
            wrongs.add("failed: " + request.url() + " " + request.failure());
        }
    }

    private void answered(Response response) {
        if (response.status() >= FIRST_ERROR
                && expectedToFail.stream().noneMatch(response.url()::endsWith)) {
            wrongs.add(response.status() + ": " + response.url());
        }
    }

    void assertNothingWentWrong() {
        assertThat(wrongs).describedAs("what went wrong during the visit").isEmpty();
    }

    void close() {
        context.close();
    }
}
