package cn.jiping.account;

import cn.jiping.audit.Act;
import cn.jiping.audit.AuditTrail;
import cn.jiping.clock.BusinessClock;
import cn.jiping.shared.Actor;
import cn.jiping.shared.InvalidInput;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** 我的账号: what owners see and change themselves: phone, e-mail, and whose account it is. */
@Service
public class MyAccount {
    private static final Pattern EMAIL =
            Pattern.compile("[^\\s@<>\"]{1,64}@[^\\s@<>\"]{1,180}\\.[^\\s@<>\"]{2,24}");

    private final AccountStore accounts;
    private final Codes codes;
    private final Tries tries;
    private final Identities identities;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;
    private final BusinessClock business;
    private final TransactionTemplate transaction;

    MyAccount(
            AccountStore accounts,
            Codes codes,
            Tries tries,
            Identities identities,
            AuditTrail audit,
            ApplicationEventPublisher events,
            BusinessClock business,
            TransactionTemplate transaction) {
        this.accounts = accounts;
        this.codes = codes;
        this.tries = tries;
        this.identities = identities;
        this.audit = audit;
        this.events = events;
        this.business = business;
        this.transaction = transaction;
    }

    /** What the own account holds; phone masked. */
    public record View(
            String name,
            @Nullable String userName,
            boolean candidate,
            boolean identified,
            @Nullable String phone,
            @Nullable String email,
            @Nullable Instant passwordSince,
            List<Grant> grants) {}

    @Transactional(readOnly = true)
    public View view(Actor actor) {
        var account = own(actor);
        var login = account.login();
        return new View(
                account.owner().name(),
                login.userName(),
                account.kind() == Account.Kind.CANDIDATE,
                account.owner().person() != null,
                login.phone() == null ? null : Phones.masked(login.phone()),
                login.email(),
                login.passwordSince(),
                account.livingOn(business.today()));
    }

    /** Sends a code to the phone registered now; none is needed where there is none. */
    public CodeSent sendCodeToOldPhone(Actor actor, Caller caller) {
        var phone = own(actor).login().phone();
        if (phone == null) {
            throw AccountRefused.wrongCode();
        }
        return codes.send(Codes.Purpose.OLD_PHONE, phone, caller);
    }

    /** Sends a code to the phone to be registered. */
    public CodeSent sendCodeToNewPhone(Actor actor, String phone, Caller caller) {
        actor.requireAccount();
        return codes.send(Codes.Purpose.NEW_PHONE, Phones.require("newPhone", phone), caller);
    }

    /**
     * Registers another phone with a code from each.
     *
     * @throws AccountRefused if a code is wrong or the phone is another candidate's
     */
    public void changePhone(
            Actor actor, String newPhone, @Nullable String oldCode, String newCode, Caller caller) {
        var account = own(actor);
        var phone = Phones.require("newPhone", newPhone);
        var old = account.login().phone();
        InvalidInput.requireAll(
                () -> requireTyped("newCode", newCode),
                () -> requireTyped("oldCode", old == null ? newCode : oldCode));
        var subject = tries.hash("phone " + account.id());
        tries.begin(subject, caller.address());
        if (!codes.matches(Codes.Purpose.NEW_PHONE, phone, newCode)) {
            throw InvalidInput.of("newCode", "account.code");
        }
        if (old != null
                && !codes.matches(Codes.Purpose.OLD_PHONE, old, oldCode == null ? "" : oldCode)) {
            throw InvalidInput.of("oldCode", "account.code");
        }
        tries.succeeded(subject, caller.address());
        transaction.executeWithoutResult(_ -> registerPhone(actor, account, phone, old));
    }

    /** What is not there is no try. */
    private static void requireTyped(String field, @Nullable String code) {
        if (code == null || code.isBlank()) {
            throw InvalidInput.of(field, "account.code-missing");
        }
    }

    private void registerPhone(Actor actor, Account account, String phone, @Nullable String old) {
        account.changePhone(phone);
        accounts.save(account);
        audit.record(actor, Act.of("account.phone-changed", "account", account.id()));
        events.publishEvent(
                new AccountEvent.PhoneChanged(
                        account.id(), old == null ? null : Phones.masked(old), business.now()));
    }

    /** An empty address takes it away. */
    @Transactional
    public void changeEmail(Actor actor, String email) {
        var account = own(actor);
        var address = email.strip();
        if (!address.isEmpty() && !EMAIL.matcher(address).matches()) {
            throw InvalidInput.of("email", "account.email");
        }
        var given = address.isEmpty() ? null : address;
        if (Objects.equals(account.login().email(), given)) {
            return;
        }
        account.changeEmail(given);
        accounts.save(account);
        audit.record(actor, Act.of("account.email-changed", "account", account.id()));
    }

    /**
     * Says whose account a candidate's is; from then on it sees that person's matters. Tries are
     * counted, so that nobody finds out by trying whose numbers are known.
     *
     * @throws AccountRefused if the account has a person, or the person another account
     */
    public void identify(Actor actor, NewAccount.Identity identity, Caller caller) {
        var subject = tries.hash("identity " + actor.requireAccount());
        tries.begin(subject, caller.address());
        transaction.executeWithoutResult(_ -> attach(actor, identity));
        tries.succeeded(subject, caller.address());
    }

    private void attach(Actor actor, NewAccount.Identity identity) {
        var account = own(actor);
        if (account.kind() != Account.Kind.CANDIDATE) {
            throw AccountRefused.identityAttached();
        }
        var person = identities.register(actor, identity, account.login().phone(), "本人填报");
        if (accounts.loadCandidateOf(person)
                .filter(a -> !a.id().equals(account.id()))
                .isPresent()) {
            throw AccountRefused.identityTaken();
        }
        account.belongTo(person, identity.name().strip());
        accounts.save(account);
        audit.record(actor, Act.of("account.identified", "account", account.id()));
    }

    private Account own(Actor actor) {
        return accounts.load(actor.requireAccount()).orElseThrow();
    }
}
