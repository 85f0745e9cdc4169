package cn.jiping.account;

import cn.jiping.audit.Act;
import cn.jiping.audit.AuditTrail;
import cn.jiping.shared.Actor;
import cn.jiping.shared.Scope;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * 登录留痕: every attempt goes to the list of sign-ins; those at an account that exists are acts too.
 * Unknown names are no acts, or anybody could fill the trail; for the same reason a lock-out, of an
 * account or of an address, is one act, however many more tries it meets.
 */
@Component
class SignInTrail {
    private final SignInStore attempts;
    private final AuditTrail audit;

    SignInTrail(SignInStore attempts, AuditTrail audit) {
        this.attempts = attempts;
        this.audit = audit;
    }

    /** In a transaction of its own: the refusal that follows must not undo it. */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void record(
            SignInAttempt attempt, @Nullable Account account, String nameHash, boolean locking) {
        attempts.record(attempt, account == null ? null : account.id(), nameHash);
        if (account != null && (attempt.result() != SignInAttempt.Result.LOCKED || locking)) {
            audit.record(
                    actor(attempt, account),
                    act(account, code(attempt)).changing("device", null, attempt.device()));
        }
    }

    /** A code by which somebody wanted to set a new password was wrong. */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void recoveryFailed(Account account, Caller caller) {
        audit.record(Actor.anybody(caller.address()), act(account, "account.recovery-failed"));
    }

    /**
     * The program locked an address out. Which one stands where acts tell from where they came, in
     * the part that can be erased.
     */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void addressLocked(String address) {
        audit.record(
                new Actor(null, null, "account.tries", null, "", Scope.nowhere(), address),
                Act.of("account.address-locked-out", "sign-in", "address"));
    }

    private static Act act(Account account, String code) {
        return Act.of(code, "account", account.id()).in(account.owner().home());
    }

    /** Who asks for a signed-in person's password once more is that person's session. */
    private static Actor actor(SignInAttempt attempt, Account account) {
        return attempt.result() == SignInAttempt.Result.OK || attempt.means().confirming()
                ? owner(account, attempt.address())
                : Actor.anybody(attempt.address());
    }

    /** The owner of the account, who is about to choose a role. */
    static Actor owner(Account account, String address) {
        return new Actor(
                account.id(),
                account.owner().person(),
                called(account),
                null,
                "",
                Scope.nowhere(),
                address);
    }

    static String called(Account account) {
        var phone = account.login().phone();
        return account.owner().name().isEmpty() && phone != null
                ? Phones.masked(phone)
                : account.owner().name();
    }

    private static String code(SignInAttempt attempt) {
        var confirming = attempt.means().confirming();
        return switch (attempt.result()) {
            case OK -> confirming ? "account.confirmed" : "account.signed-in";
            case WRONG, UNKNOWN ->
                    confirming ? "account.confirmation-failed" : "account.sign-in-failed";
            case LOCKED -> "account.locked-out";
            case SUSPENDED -> "account.sign-in-suspended";
        };
    }
}
