package cn.jiping.account;

import cn.jiping.audit.Act;
import cn.jiping.audit.AuditTrail;
import cn.jiping.clock.BusinessClock;
import cn.jiping.shared.Actor;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * 密码: how it is set, changed and found again. Every change ends all sessions of the account, and a
 * link or code works once.
 */
@Service
public class Credentials {
    private static final String NEW = "newPassword";

    private final AccountStore accounts;
    private final Passwords passwords;
    private final Codes codes;
    private final Links links;
    private final Tries tries;
    private final SignIns signIns;
    private final SignInTrail trail;
    private final AccountSettings settings;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;
    private final BusinessClock business;
    private final Clock clock;
    private final TransactionTemplate transaction;

    Credentials(
            AccountStore accounts,
            Passwords passwords,
            Codes codes,
            Links links,
            Tries tries,
            SignIns signIns,
            SignInTrail trail,
            AccountSettings settings,
            AuditTrail audit,
            ApplicationEventPublisher events,
            BusinessClock business,
            Clock clock,
            TransactionTemplate transaction) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.codes = codes;
        this.links = links;
        this.tries = tries;
        this.signIns = signIns;
        this.trail = trail;
        this.settings = settings;
        this.audit = audit;
        this.events = events;
        this.business = business;
        this.clock = clock;
        this.transaction = transaction;
    }

    /** 链接的主人: for whom a link sets the password. */
    public record LinkOwner(String name, String userName) {}

    /**
     * Changes the own password; the old one is asked for and counted like a sign-in.
     *
     * @throws AccountRefused if the old password is wrong
     */
    public void change(Actor actor, String old, String newPassword, Caller caller) {
        signIns.confirmWithPassword(actor, old, caller);
        var account = accounts.load(actor.requireAccount()).orElseThrow();
        passwords.rules().check(NEW, newPassword, String.valueOf(account.login().userName()));
        var hash = passwords.hash(newPassword);
        transaction.executeWithoutResult(
                _ -> set(actor, account, hash, "account.password-changed"));
    }

    private void set(Actor actor, Account account, String hash, String act) {
        account.changePassword(hash, clock.instant());
        accounts.save(account);
        links.end(account.id());
        audit.record(actor, Act.of(act, "account", account.id()));
        events.publishEvent(new AccountEvent.PasswordChanged(account.id(), clock.instant()));
    }

    /** Whose password the link may set; empty if it is used or over. */
    @Transactional(readOnly = true)
    public Optional<LinkOwner> owner(String token) {
        return links.account(token)
                .flatMap(accounts::load)
                .filter(account -> !account.suspended())
                .map(a -> new LinkOwner(a.owner().name(), String.valueOf(a.login().userName())));
    }

    /**
     * @throws AccountRefused if the link is used, over, or never was
     */
    public void setByLink(String token, String newPassword, Caller caller) {
        var account =
                links.account(token)
                        .flatMap(accounts::load)
                        .filter(a -> !a.suspended())
                        .orElseThrow(AccountRefused::deadLink);
        var userName = String.valueOf(account.login().userName());
        passwords.rules().check(NEW, newPassword, userName);
        var hash = passwords.hash(newPassword);
        transaction.executeWithoutResult(_ -> {
            links.use(token);
            set(
                    SignInTrail.owner(account, caller.address()),
                    account,
                    hash,
                    "account.password-set");
        });
        tries.unlock(userName);
    }

    /**
     * Sends a code to the phone of the account; the same answer where there is no such account, no
     * phone, or a role for which two administrators must help.
     */
    public CodeSent sendRecoveryCode(String userName, Caller caller) {
        var name = UserNames.normalise(userName);
        var phone = recoverable(name).map(account -> account.login().phone()).orElse(null);
        return phone == null
                ? codes.pretend(Codes.Purpose.RECOVERY, name, caller)
                : codes.send(Codes.Purpose.RECOVERY, phone, caller);
    }

    private Optional<Account> recoverable(String name) {
        var today = business.today();
        return accounts.loadByUserName(name)
                .filter(account -> !account.suspended() && account.login().phone() != null)
                .filter(account ->
                        account.livingOn(today).stream()
                                .noneMatch(g -> settings.grants().needsSecondPerson(g.role())));
    }

    /**
     * @throws AccountRefused if the code is wrong, in the same words for every other reason
     */
    public void recover(String userName, String code, String newPassword, Caller caller) {
        var name = UserNames.normalise(userName);
        passwords.rules().check(NEW, newPassword, name);
        var hash = passwords.hash(newPassword);
        var nameHash = tries.hash("recover " + name);
        tries.begin(nameHash, caller.address());
        var account = recoverable(name).orElse(null);
        if (!matches(account, name, code) || account == null) {
            if (account != null) {
                trail.recoveryFailed(account, caller);
            }
            throw AccountRefused.wrongCode();
        }
        tries.succeeded(nameHash, caller.address());
        transaction.executeWithoutResult(_ ->
                set(
                        SignInTrail.owner(account, caller.address()),
                        account,
                        hash,
                        "account.password-recovered"));
        tries.unlock(name);
    }

    private boolean matches(@Nullable Account account, String name, String code) {
        var phone = account == null ? null : account.login().phone();
        return codes.matches(Codes.Purpose.RECOVERY, phone == null ? name : phone, code);
    }
}
