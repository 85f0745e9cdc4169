package cn.jiping.browser;

import cn.jiping.Jiping;
import cn.jiping.account.DemoAccounts;
import cn.jiping.shared.Role;
import java.net.URI;
import java.time.Duration;
import java.util.Objects;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.ConfigurableApplicationContext;

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
        visitor.visit("/sign-in");
        visitor.page().locator("#username").fill(account.login());
        visitor.page().locator("#password").fill(Objects.requireNonNull(account.password()));
        visitor.page().locator("main button.btn-primary").click();
        visitor.page().waitForURL(url -> !URI.create(url).getPath().equals("/sign-in"));
        return visitor;
    }

    /** Presses a button that asks for the password again if the sign-in was too long ago. */
    public Visitor pressAndConfirm(Role role, Visitor visitor, String button) {
        visitor.press(button);
        visitor.page().waitForLoadState();
        if (URI.create(visitor.page().url()).getPath().equals("/account/confirm")) {
            visitor.page()
                    .locator("#password")
                    .fill(Objects.requireNonNull(account(role).password()));
            visitor.page().locator("main button.btn-primary").click();
            visitor.page().waitForLoadState();
            visitor.press(button);
        }
        return visitor;
    }

    private DemoAccounts.DemoAccount account(Role role) {
        return context.getBean(DemoAccounts.class).list().stream()
                .filter(account -> account.role() == role)
                .findFirst()
                .orElseThrow();
    }
}
