package cn.jiping.account;

import cn.jiping.clock.BusinessClock;
import cn.jiping.shared.AccountId;
import cn.jiping.shared.Actor;
import cn.jiping.shared.DivisionCode;
import cn.jiping.shared.InvalidInput;
import cn.jiping.shared.Role;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * 账号表单的核对: what is wrong with an act of {@link Accounts}, told before the password is asked for.
 * Changes nothing, and looks up no person: whose a document is stays unsaid until then.
 */
@Service
@Transactional(readOnly = true)
public class AccountChecks {
    private final AccountStore accounts;
    private final ReachableAccounts reachable;
    private final Granting granting;
    private final Identities identities;
    private final Places places;
    private final BusinessClock business;

    AccountChecks(
            AccountStore accounts,
            ReachableAccounts reachable,
            Granting granting,
            Identities identities,
            Places places,
            BusinessClock business) {
        this.accounts = accounts;
        this.reachable = reachable;
        this.granting = granting;
        this.identities = identities;
        this.places = places;
        this.business = business;
    }

    /**
     * Whether these could be one person's name, document, birth date and sex.
     *
     * @throws InvalidInput naming the field
     */
    public void requireIdentity(NewAccount.Identity identity) {
        identities.requireSound(identity);
    }

    /**
     * Whether the actor may open an account that administrators of the place look after.
     *
     * @throws InvalidInput if it lies outside the scope
     */
    public void requireHome(Actor actor, @Nullable DivisionCode home) {
        if (home == null ? !actor.scope().everywhere() : !actor.scope().covers(home)) {
            throw InvalidInput.of("home", "account.home");
        }
    }

    /**
     * Whether a role could be given from and until these days, as far as they are known, and for
     * this reason.
     *
     * @throws InvalidInput naming the field of each that cannot be
     */
    public void requireTerm(@Nullable LocalDate from, @Nullable LocalDate until, String reason) {
        var today = business.today();
        InvalidInput.requireAll(
                () -> {
                    if (until != null) {
                        granting.requireTerm(from == null ? today : from, until, today);
                    } else if (from != null) {
                        granting.requireTerm(from, from, today);
                    }
                },
                () -> Accounts.reason(reason));
    }

    /**
     * Whether an account could have this user name, which is nobody's yet, and phone, which may be
     * empty.
     *
     * @throws InvalidInput naming the field of each that cannot be
     */
    public void requireLogin(String userName, String phone) {
        InvalidInput.requireAll(
                () -> requireFree(UserNames.require("username", userName)),
                () -> Accounts.optionalPhone(phone));
    }

    private void requireFree(String userName) {
        if (accounts.loadByUserName(userName).isPresent()) {
            throw InvalidInput.of("username", "account.user-name-taken");
        }
    }

    /**
     * Whether the actor could give the role there.
     *
     * @throws InvalidInput if the place is none of the scope's, or the role is not exercised there
     */
    public void requirePlace(Actor actor, Role role, GrantDraft.Where where) {
        var today = business.today();
        if (!places.fits(role, places.resolve(actor.scope(), role, where, today), today)) {
            throw InvalidInput.of("place", "account.place-does-not-fit");
        }
    }

    /** Whether {@link Accounts#give} could be done. */
    public void requireGiving(Actor actor, AccountId id, int version, GrantDraft draft) {
        granting.requireGivable(actor, reachable.unchanged(actor, id, version, "give"), draft);
    }

    /** Whether {@link Accounts#end} could be done. */
    public void requireEnding(
            Actor actor, AccountId id, int version, GrantId grant, String reason) {
        granting.requireEndable(actor, reachable.unchanged(actor, id, version, "end"), grant);
        Accounts.reason(reason);
    }

    /** Whether {@link Accounts#prolong} could be done. */
    public void requireProlonging(
            Actor actor, AccountId id, int version, GrantId grant, LocalDate until, String reason) {
        var account = reachable.unchanged(actor, id, version, "prolong");
        InvalidInput.requireAll(
                () -> granting.requireProlongable(actor, account, grant, until),
                () -> Accounts.reason(reason));
    }

    /** Whether {@link Accounts#suspend} could be done. */
    public void requireSuspending(Actor actor, AccountId id, int version, String reason) {
        granting.requireAnotherAdministrator(reachable.whole(actor, id, version, "suspend"));
        Accounts.reason(reason);
    }

    /** Whether {@link Accounts#reactivate} could be done. */
    public void requireReactivating(Actor actor, AccountId id, int version, String reason) {
        reachable.whole(actor, id, version, "reactivate");
        Accounts.reason(reason);
    }

    /** Whether {@link Accounts#issueLink} could be done. */
    public void requireLink(Actor actor, AccountId id, String reason) {
        Accounts.requireStaff(reachable.whole(actor, id));
        Accounts.reason(reason);
    }

    /** Whether {@link Accounts#changeCandidatePhone} could be done. */
    public void requirePhone(Actor actor, AccountId id, int version, String phone, String proof) {
        Accounts.requireCandidate(reachable.whole(actor, id, version, "phone"));
        InvalidInput.requireAll(() -> Phones.require("phone", phone), () -> Accounts.reason(proof));
    }
}
