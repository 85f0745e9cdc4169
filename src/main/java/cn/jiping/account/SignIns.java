package cn.jiping.account;

import cn.jiping.audit.Act;
import cn.jiping.audit.AuditTrail;
import cn.jiping.clock.BusinessClock;
import cn.jiping.shared.AccountId;
import cn.jiping.shared.Actor;
import cn.jiping.shared.Ids;
import cn.jiping.shared.Role;
import cn.jiping.shared.Scope;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * 登录: proves who somebody is, and says at every request who that is now. Attempts are counted and
 * recorded each in a transaction of its own, so that a refusal does not undo them.
 */
@Service
public class SignIns {
    private static final int LATEST = 20;

    private final AccountStore accounts;
    private final SignInStore attempts;
    private final Passwords passwords;
    private final Codes codes;
    private final Tries tries;
    private final SignInTrail trail;
    private final Places places;
    private final AuditTrail audit;
    private final AccountSettings settings;
    private final BusinessClock business;
    private final Clock clock;
    private final TransactionTemplate transaction;

    SignIns(
            AccountStore accounts,
            SignInStore attempts,
            Passwords passwords,
            Codes codes,
            Tries tries,
            SignInTrail trail,
            Places places,
            AuditTrail audit,
            AccountSettings settings,
            BusinessClock business,
            Clock clock,
            TransactionTemplate transaction) {
        this.accounts = accounts;
        this.attempts = attempts;
        this.passwords = passwords;
        this.codes = codes;
        this.tries = tries;
        this.trail = trail;
        this.places = places;
        this.audit = audit;
        this.settings = settings;
        this.business = business;
        this.clock = clock;
        this.transaction = transaction;
    }

    /**
     * @throws AccountRefused if name or password is wrong, in the same words for both
     * @throws TooManyTries if the name or the address is locked
     */
    public Entry withPassword(String userName, String password, Caller caller) {
        var name = UserNames.normalise(userName);
        return prove(
                name,
                SignInAttempt.Means.PASSWORD,
                caller,
                accounts.loadByUserName(name).orElse(null),
                account -> matches(account, password));
    }

    private boolean matches(@Nullable Account account, String password) {
        var hash = account == null ? null : account.login().password();
        var right = passwords.matches(password, hash);
        if (right && account != null && hash != null && passwords.outdated(hash)) {
            accounts.rehash(account.id(), hash, passwords.hash(password));
        }
        return right;
    }

    /**
     * Sends a code to the phone; the same for a phone that has no account yet.
     *
     * @throws cn.jiping.shared.InvalidInput if it is no mobile number
     */
    public CodeSent sendCode(String phone, Caller caller) {
        return codes.send(Codes.Purpose.SIGN_IN, Phones.require("phone", phone), caller);
    }

    /**
     * Signs a candidate in; the first time an account is made.
     *
     * @throws AccountRefused if the code is wrong or over
     */
    public Entry withCode(String phone, String code, Caller caller) {
        var digits = Phones.require("phone", phone);
        var known = accounts.loadCandidateByPhone(digits);
        return prove(
                digits,
                SignInAttempt.Means.CODE,
                caller,
                known.orElse(null),
                _ -> codes.matches(Codes.Purpose.SIGN_IN, digits, code),
                () -> register(digits, caller));
    }

    private Account register(String phone, Caller caller) {
        try {
            return transaction.execute(_ -> add(phone, caller));
        } catch (AccountRefused e) {
            return accounts.loadCandidateByPhone(phone).orElseThrow(() -> e);
        }
    }

    private Account add(String phone, Caller caller) {
        var now = clock.instant();
        var account = Account.candidate(phone, now);
        account.give(
                new Grant(
                        GrantId.next(),
                        Role.CANDIDATE,
                        new Place.Self(),
                        "",
                        business.today(),
                        null,
                        new Grant.Given(now, "", null, false),
                        null));
        accounts.add(account);
        audit.record(
                Actor.anybody(caller.address()),
                Act.of("account.registered", "account", account.id()));
        return account;
    }

    /** Asks the signed-in person for the password once more, before a dangerous act. */
    public Entry confirmWithPassword(Actor actor, String password, Caller caller) {
        var account = accounts.load(actor.requireAccount()).orElseThrow();
        return prove(
                String.valueOf(account.login().userName()),
                SignInAttempt.Means.CONFIRM_PASSWORD,
                caller,
                account,
                a -> matches(a, password));
    }

    public CodeSent sendConfirmationCode(Actor actor, Caller caller) {
        return codes.send(Codes.Purpose.CONFIRM, phoneOf(actor), caller);
    }

    public Entry confirmWithCode(Actor actor, String code, Caller caller) {
        var phone = phoneOf(actor);
        return prove(
                phone,
                SignInAttempt.Means.CONFIRM_CODE,
                caller,
                accounts.load(actor.requireAccount()).orElseThrow(),
                _ -> codes.matches(Codes.Purpose.CONFIRM, phone, code));
    }

    private String phoneOf(Actor actor) {
        return accounts.load(actor.requireAccount())
                .map(account -> account.login().phone())
                .orElseThrow(AccountRefused::wrongCode);
    }

    private Entry prove(
            String name,
            SignInAttempt.Means means,
            Caller caller,
            @Nullable Account account,
            Proof proof) {
        return prove(
                name,
                means,
                caller,
                account,
                proof,
                () -> {
                    throw new IllegalStateException("Nobody proved to be anybody");
                });
    }

    private Entry prove(
            String name,
            SignInAttempt.Means means,
            Caller caller,
            @Nullable Account account,
            Proof proof,
            Newcomer newcomer) {
        var hash = tries.hash(name);
        try {
            tries.begin(hash, caller.address());
        } catch (TooManyTries e) {
            record(means, SignInAttempt.Result.LOCKED, account, hash, caller, e.locking());
            throw e;
        }
        if (!proof.holds(account)) {
            var result =
                    account == null ? SignInAttempt.Result.UNKNOWN : SignInAttempt.Result.WRONG;
            record(means, result, account, hash, caller, false);
            throw wrong(means);
        }
        tries.succeeded(hash, caller.address());
        var whose = account == null ? newcomer.account() : account;
        if (whose.suspended()) {
            record(means, SignInAttempt.Result.SUSPENDED, whose, hash, caller, false);
            throw AccountRefused.suspended();
        }
        var attempt = record(means, SignInAttempt.Result.OK, whose, hash, caller, false);
        return new Entry(whose.id(), attempt.id(), attempt.at());
    }

    private static AccountRefused wrong(SignInAttempt.Means means) {
        return switch (means) {
            case PASSWORD, LINK -> AccountRefused.wrongSignIn();
            case CONFIRM_PASSWORD -> AccountRefused.wrongPassword();
            case CODE, CONFIRM_CODE -> AccountRefused.wrongCode();
        };
    }

    private SignInAttempt record(
            SignInAttempt.Means means,
            SignInAttempt.Result result,
            @Nullable Account account,
            String nameHash,
            Caller caller,
            boolean locking) {
        var attempt =
                new SignInAttempt(
                        Ids.next(),
                        clock.instant(),
                        caller.address(),
                        caller.device(),
                        means,
                        result);
        trail.record(attempt, account, nameHash, locking);
        return attempt;
    }

    /**
     * Who the session belongs to now: nobody if it is too old, was ended elsewhere, or the account
     * is suspended.
     *
     * @param since when the session began
     * @param chosen the role chosen in the session; another if it is no longer valid is not taken
     *     instead
     */
    public Optional<SignedIn> present(
            AccountId id, Instant since, @Nullable GrantId chosen, String from) {
        if (since.plus(settings.session().lasts()).isBefore(clock.instant())) {
            return Optional.empty();
        }
        return accounts.load(id)
                .filter(account -> !account.suspended())
                .filter(account -> !since.isBefore(account.life().signedOutBefore()))
                .map(account -> signedIn(account, chosen, from));
    }

    private SignedIn signedIn(Account account, @Nullable GrantId chosen, String from) {
        var today = business.today();
        var valid = account.validOn(today);
        var active =
                chosen == null
                        ? (valid.size() == 1 ? valid.getFirst() : null)
                        : valid.stream().filter(g -> g.id().equals(chosen)).findAny().orElse(null);
        var person = account.owner().person();
        var actor =
                new Actor(
                        account.id(),
                        person,
                        SignInTrail.called(account),
                        active == null ? null : active.role(),
                        active == null ? "" : active.placeName(),
                        active == null
                                ? Scope.nowhere()
                                : places.scope(active.place(), person, today),
                        from);
        return new SignedIn(
                actor,
                account.kind() == Account.Kind.CANDIDATE,
                account.login().userName(),
                valid,
                active);
    }

    /** The last sign-ins of the own account, wrong ones too, newest first. */
    public List<SignInAttempt> latest(Actor actor) {
        return attempts.loadLatest(actor.requireAccount(), LATEST);
    }

    Optional<SignInAttempt> attempt(AccountId account, UUID id) {
        return attempts.loadAttempt(account, id);
    }

    @FunctionalInterface
    private interface Proof {
        boolean holds(@Nullable Account account);
    }

    @FunctionalInterface
    private interface Newcomer {
        Account account();
    }
}
