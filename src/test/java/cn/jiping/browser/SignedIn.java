package cn.jiping.browser;

import cn.jiping.Jiping;
import cn.jiping.account.DemoAccounts;
import cn.jiping.account.Sessions;
import cn.jiping.shared.Role;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Objects;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;

/** People of the demo who sign in at a screen. */
public final class SignedIn {
    private final ConfigurableApplicationContext context;

    public SignedIn(ConfigurableApplicationContext context) {
        this.context = context;
        context.publishEvent(
                new ApplicationStartedEvent(
                        new SpringApplication(Jiping.class),
                        new String[0],
                        context,
                        Duration.ZERO));
    }

    /** Signs the visitor in as the demo's holder of the role. */
    public Visitor as(Role role, Visitor visitor) {
        var account = account(role);
        if (account.byPhone()) {
            byCode(account.login(), visitor);
        } else {
            with(account.login(), Objects.requireNonNull(account.password()), visitor);
        }
        visitor.page().waitForURL(url -> !URI.create(url).getPath().startsWith("/sign-in"));
        return visitor;
    }

    /** Fills in and sends the sign-in page, whatever comes of it. */
    static Visitor with(String userName, String password, Visitor visitor) {
        visitor.visit("/sign-in").page().locator("#username").fill(userName);
        visitor.page().locator("#password").fill(password);
        visitor.page().locator("main button.btn-primary").click();
        return visitor;
    }

    /** Signs in with the phone and the code that the page shows. */
    public static void byCode(String phone, Visitor visitor) {
        visitor.visit("/sign-in/phone").fill("手机号", phone).press("获取验证码");
        visitor.fill("验证码", shownCode(visitor)).press("登录");
    }

    /** The code that the demo shows instead of sending it. */
    static String shownCode(Visitor visitor) {
        visitor.sees("演示环境的验证码");
        return visitor.page().locator("main").innerText().replaceAll("(?s).*验证码：(\\d{6}).*", "$1");
    }

    /**
     * Presses a button that asks for the password again if the sign-in was too long ago, and then
     * does at once what was asked for.
     */
    public Visitor pressAndConfirm(Role role, Visitor visitor, String button) {
        visitor.press(button);
        visitor.page().waitForLoadState();
        if (URI.create(visitor.page().url()).getPath().equals("/account/confirm")) {
            confirm(role, visitor);
        }
        return visitor;
    }

    /** Lets the password the visitor gave last count as given long ago. */
    @SuppressWarnings("unchecked")
    void givenLongAgo(Visitor visitor) {
        var cookie =
                visitor.page().context().cookies().stream()
                        .filter(each -> each.name.equals("JIPING_SESSION"))
                        .findFirst()
                        .orElseThrow();
        var id = new String(Base64.getDecoder().decode(cookie.value), StandardCharsets.UTF_8);
        SessionRepository<Session> sessions = context.getBean(SessionRepository.class);
        var session = Objects.requireNonNull(sessions.findById(id));
        session.setAttribute(Sessions.CONFIRMED, 0L);
        sessions.save(session);
    }

    /** Gives the password again where a page asks for it. */
    Visitor confirm(Role role, Visitor visitor) {
        visitor.page().locator("#password").fill(Objects.requireNonNull(account(role).password()));
        visitor.page().locator("main button.btn-primary").click();
        visitor.page().waitForLoadState();
        return visitor;
    }

    private DemoAccounts.DemoAccount account(Role role) {
        return context.getBean(DemoAccounts.class).list().stream()
                .filter(account -> account.role() == role)
                .findFirst()
                .orElseThrow();
    }
}
