package cn.jiping.account;

import cn.jiping.audit.Act;
import cn.jiping.audit.AuditTrail;
import cn.jiping.clock.BusinessClock;
import cn.jiping.shared.AccountId;
import cn.jiping.shared.Actor;
import cn.jiping.shared.DivisionCode;
import cn.jiping.shared.InvalidInput;
import cn.jiping.shared.NotFound;
import cn.jiping.shared.Paging;
import cn.jiping.shared.Slice;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * 账号管理: administrators open accounts, suspend them, help their owners back in and look at them
 * again every so often, each within the own scope.
 */
@Service
public class Accounts {
    private static final int LONGEST_REASON = 500;
    private static final int MOST_DUE = 500;

    private final AccountStore accounts;
    private final ReachableAccounts reachable;
    private final AccountChecks checks;
    private final AccountListStore lists;
    private final ProposalStore proposals;
    private final SignInStore attempts;
    private final Sessions sessions;
    private final Granting granting;
    private final Identities identities;
    private final Links links;
    private final Tries tries;
    private final Places places;
    private final AccountSettings settings;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;
    private final BusinessClock business;
    private final Clock clock;

    Accounts(
            AccountStore accounts,
            ReachableAccounts reachable,
            AccountChecks checks,
            AccountListStore lists,
            ProposalStore proposals,
            SignInStore attempts,
            Sessions sessions,
            Granting granting,
            Identities identities,
            Links links,
            Tries tries,
            Places places,
            AccountSettings settings,
            AuditTrail audit,
            ApplicationEventPublisher events,
            BusinessClock business,
            Clock clock) {
        this.accounts = accounts;
        this.reachable = reachable;
        this.checks = checks;
        this.lists = lists;
        this.proposals = proposals;
        this.attempts = attempts;
        this.sessions = sessions;
        this.granting = granting;
        this.identities = identities;
        this.links = links;
        this.tries = tries;
        this.places = places;
        this.settings = settings;
        this.audit = audit;
        this.events = events;
        this.business = business;
        this.clock = clock;
    }

    public Slice<AccountRow> page(Actor actor, AccountQuery query, Paging paging) {
        return lists.page(actor.scope(), query, business.today(), paging);
    }

    @Transactional(readOnly = true)
    public void export(Actor actor, AccountQuery query, Consumer<AccountRow> each) {
        lists.export(actor.scope(), query, business.today(), each);
    }

    /**
     * @throws NotFound if there is no such account, or none inside the actor's scope
     */
    @Transactional(readOnly = true)
    public AccountView view(Actor actor, AccountId id) {
        var account = reachable.require(actor, id);
        var today = business.today();
        var login = account.login();
        var suspension = account.life().suspension();
        return new AccountView(
                account.id(),
                account.version(),
                account.row(today),
                homeName(account.owner().home(), today),
                login.phone() == null ? null : Phones.masked(login.phone()),
                suspension == null ? null : suspension.because(),
                tries.locked(signInName(account)),
                account.within(actor.scope(), today),
                reachable.own(actor, account),
                granting.powerful(account),
                reviewBy(account.life().reviewedAt()),
                granting.views(actor, account),
                proposals.loadOpen(id, clock.instant()),
                sessions.list(id, null),
                attempts.loadLatest(id, 20));
    }

    private String homeName(@Nullable DivisionCode home, LocalDate today) {
        return home == null ? "" : places.name(new Place.InDivision(home), today);
    }

    private LocalDate reviewBy(Instant reviewedAt) {
        return LocalDate.ofInstant(reviewedAt, BusinessClock.ZONE)
                .plus(settings.grants().reviewEvery());
    }

    /**
     * Opens an account for a person with a first role.
     *
     * @throws InvalidInput naming the field
     * @throws AccountRefused if the user name is taken or the role may not be given there
     */
    @Transactional
    public Created create(Actor actor, NewAccount wanted) {
        var name = UserNames.require("username", wanted.userName());
        var phone = optionalPhone(wanted.phone());
        var home = wanted.home();
        checks.requireHome(actor, home);
        var person = identities.register(actor, wanted.identity(), phone, "开通账号时核验证件");
        var account =
                Account.staff(
                        new Account.Owner(wanted.identity().name().strip(), person, home),
                        name,
                        phone,
                        actor.account(),
                        clock.instant());
        accounts.add(account);
        audit.record(
                actor,
                Act.of("account.created", "account", account.id())
                        .in(home)
                        .changing("name", null, account.owner().name())
                        .changing("userName", null, name));
        var proposed = granting.give(actor, reload(account), wanted.first());
        return new Created(
                account.id(), links.issue(Links.Purpose.ACTIVATION, account.id()), proposed);
    }

    static @Nullable String optionalPhone(@Nullable String typed) {
        return typed == null || typed.isBlank() ? null : Phones.require("phone", typed);
    }

    private Account reload(Account account) {
        return accounts.load(account.id()).orElseThrow();
    }

    /**
     * Gives another role.
     *
     * @return whether it waits for a second person
     */
    @Transactional
    public boolean give(Actor actor, AccountId id, int version, GrantDraft draft) {
        return granting.give(actor, reachable.unchanged(actor, id, version, "give"), draft);
    }

    /** Takes a role away, at once. */
    @Transactional
    public void end(Actor actor, AccountId id, int version, GrantId grant, String reason) {
        granting.end(actor, reachable.unchanged(actor, id, version, "end"), grant, reason(reason));
    }

    /**
     * Lets a role last longer.
     *
     * @return whether it waits for a second person
     */
    @Transactional
    public boolean prolong(
            Actor actor, AccountId id, int version, GrantId grant, LocalDate until, String reason) {
        return granting.prolong(
                actor,
                reachable.unchanged(actor, id, version, "prolong"),
                grant,
                until,
                reason(reason));
    }

    /** Nobody signs in with it any more, at once. */
    @Transactional
    public void suspend(Actor actor, AccountId id, int version, String reason) {
        var account = reachable.whole(actor, id, version, "suspend");
        granting.requireAnotherAdministrator(account);
        account.suspend(reason(reason), clock.instant());
        save(actor, account, "account.suspended", reason);
        events.publishEvent(new AccountEvent.Suspended(id, clock.instant()));
    }

    @Transactional
    public void reactivate(Actor actor, AccountId id, int version, String reason) {
        var account = reachable.whole(actor, id, version, "reactivate");
        account.reactivate();
        save(actor, account, "account.reactivated", reason(reason));
        events.publishEvent(new AccountEvent.Reactivated(id, clock.instant()));
    }

    /** Ends a lock-out before its time. */
    @Transactional
    public void unlock(Actor actor, AccountId id) {
        var account = reachable.whole(actor, id);
        tries.unlock(signInName(account));
        audit.record(actor, act(account, "account.unlocked"));
    }

    /** Ends every session of the account. */
    @Transactional
    public void endSessions(Actor actor, AccountId id) {
        var account = reachable.whole(actor, id);
        account.signOutEverywhere(clock.instant());
        accounts.save(account);
        sessions.endAll(id);
        audit.record(actor, act(account, "account.sessions-ended"));
    }

    /**
     * A link by which the owner sets a password; for powerful roles it comes from a second person.
     *
     * @return empty if it waits for a second person
     */
    @Transactional
    public Optional<OneTimeLink> issueLink(Actor actor, AccountId id, String reason) {
        var account = reachable.whole(actor, id);
        requireStaff(account);
        if (granting.powerful(account)) {
            granting.proposeRecovery(actor, account, reason(reason));
            return Optional.empty();
        }
        audit.record(actor, act(account, "account.link-issued").because(reason(reason)));
        return Optional.of(links.issue(linkPurpose(account), id));
    }

    static void requireStaff(Account account) {
        if (account.kind() == Account.Kind.CANDIDATE) {
            throw AccountRefused.noStaffPhone();
        }
    }

    static void requireCandidate(Account account) {
        if (account.kind() != Account.Kind.CANDIDATE) {
            throw AccountRefused.noStaffPhone();
        }
    }

    static Links.Purpose linkPurpose(Account account) {
        return account.login().password() == null
                ? Links.Purpose.ACTIVATION
                : Links.Purpose.RECOVERY;
    }

    /** Gives a candidate another phone after the identity was proved; sessions end. */
    @Transactional
    public void changeCandidatePhone(
            Actor actor, AccountId id, int version, String phone, String proof) {
        var account = reachable.whole(actor, id, version, "phone");
        requireCandidate(account);
        var old = account.login().phone();
        account.changePhone(Phones.require("phone", phone));
        account.signOutEverywhere(clock.instant());
        save(actor, account, "account.phone-changed-by-staff", reason(proof));
        events.publishEvent(
                new AccountEvent.PhoneChanged(
                        id, old == null ? null : Phones.masked(old), clock.instant()));
    }

    /** 复核: the account and its roles are still needed as they are. */
    @Transactional
    public void review(Actor actor, AccountId id, int version) {
        var account = reachable.whole(actor, id, version, "review");
        var dueOn = reviewBy(account.life().reviewedAt());
        account.reviewed(business.now());
        save(actor, account, "account.reviewed", null);
        events.publishEvent(new AccountEvent.Reviewed(id, dueOn));
    }

    /** Accounts to be looked at again by now, or soon. */
    public List<AccountRow> dueForReview(Actor actor) {
        var today = business.today();
        var reviewedBefore = settings.grants().remindedIfReviewedBefore(today);
        return lists.listForReview(actor.scope(), reviewedBefore, today, MOST_DUE);
    }

    public LocalDate reviewBy(AccountRow row) {
        return reviewBy(row.reviewedAt());
    }

    private void save(Actor actor, Account account, String code, @Nullable String reason) {
        accounts.save(account);
        audit.record(actor, act(account, code).because(reason));
    }

    private static Act act(Account account, String code) {
        return Act.of(code, "account", account.id()).in(account.owner().home());
    }

    static String signInName(Account account) {
        var userName = account.login().userName();
        return userName == null ? String.valueOf(account.login().phone()) : userName;
    }

    /**
     * @throws InvalidInput if there is none or it is too long
     */
    static String reason(String typed) {
        var reason = typed.strip();
        if (reason.isEmpty() || reason.length() > LONGEST_REASON) {
            throw InvalidInput.of("reason", "account.reason", LONGEST_REASON);
        }
        return reason;
    }
}
