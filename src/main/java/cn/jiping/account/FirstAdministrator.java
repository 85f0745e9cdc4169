package cn.jiping.account;

import cn.jiping.audit.Act;
import cn.jiping.audit.AuditTrail;
import cn.jiping.clock.BusinessClock;
import cn.jiping.shared.Actor;
import cn.jiping.shared.InvalidInput;
import cn.jiping.shared.Role;
import java.io.PrintStream;
import java.time.Clock;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * 首位管理员: made through a link that the program prints at start while there is none, so that no
 * password is ever delivered with the program.
 */
@Service
public class FirstAdministrator {
    /** What a command has for a port, which opens none. */
    private static final int NOT_SERVING = -1;

    private final AccountStore accounts;
    private final Passwords passwords;
    private final Identities identities;
    private final Places places;
    private final Links links;
    private final AccountSettings settings;
    private final AuditTrail audit;
    private final BusinessClock business;
    private final Clock clock;
    private final Environment environment;
    private final boolean demo;

    FirstAdministrator(
            AccountStore accounts,
            Passwords passwords,
            Identities identities,
            Places places,
            Links links,
            AccountSettings settings,
            AuditTrail audit,
            BusinessClock business,
            Clock clock,
            Environment environment,
            @Value("${jiping.demo:false}") boolean demo) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.identities = identities;
        this.places = places;
        this.links = links;
        this.settings = settings;
        this.audit = audit;
        this.business = business;
        this.clock = clock;
        this.environment = environment;
        this.demo = demo;
    }

    @EventListener(ApplicationReadyEvent.class)
    void printLinkWhereThereIsNone() {
        var port = environment.getProperty("local.server.port", Integer.class, NOT_SERVING);
        if (!demo && port > 0 && missing()) {
            print(System.out, "http://localhost:" + port + invite().path());
        }
    }

    /** To the console only: the link must not lie in a log that is kept and sent on. */
    private static void print(PrintStream console, String address) {
        console.printf(
                """

                ========================================================================
                还没有系统管理员。请在本机打开下面的一次性链接，建立首位管理员：
                There is no administrator yet. Open this one-time link to make the first:

                    %s

                ========================================================================
                %n\
                """,
                address);
    }

    OneTimeLink invite() {
        return links.issue(Links.Purpose.FIRST_ADMINISTRATOR, null);
    }

    private boolean missing() {
        return accounts.loadHoldersEverywhere(Role.ADMINISTRATOR, business.today()).isEmpty();
    }

    /** Whether the link may still be used. */
    @Transactional(readOnly = true)
    public boolean invited(String token) {
        return links.founding(token) && missing();
    }

    /**
     * Makes the first administrator; of two people at once one wins.
     *
     * @throws AccountRefused if the link is used or over, or there is an administrator already
     * @throws InvalidInput naming the field
     */
    @Transactional
    public void make(
            String token,
            NewAccount.Identity identity,
            String userName,
            String password,
            Caller caller) {
        accounts.lockFounding();
        if (!invited(token)) {
            throw AccountRefused.deadLink();
        }
        var name = UserNames.require("username", userName);
        passwords.rules().check("newPassword", password, name);
        var actor = Actor.anybody(caller.address());
        var person = identities.register(actor, identity, null, "首位管理员自行填报");
        var now = clock.instant();
        var account =
                Account.staff(
                        new Account.Owner(identity.name().strip(), person, null),
                        name,
                        null,
                        null,
                        now);
        account.changePassword(passwords.hash(password), now);
        account.give(everywhere());
        accounts.add(account);
        links.use(token);
        audit.record(
                actor,
                Act.of("account.first-administrator", "account", account.id())
                        .changing("userName", null, name));
    }

    private Grant everywhere() {
        var today = business.today();
        var place = new Place.Everywhere();
        return new Grant(
                GrantId.next(),
                Role.ADMINISTRATOR,
                place,
                places.name(place, today),
                today,
                today.plus(settings.grants().longest()),
                new Grant.Given(clock.instant(), "", null, false),
                null);
    }
}
