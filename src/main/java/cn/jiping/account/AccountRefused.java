package cn.jiping.account;

import cn.jiping.shared.Refusal;

/** 账号拒绝: why something about an account or a sign-in was not done. */
public final class AccountRefused extends Refusal {
    private static final long serialVersionUID = 1L;

    private AccountRefused(String code, Object... arguments) {
        super("account." + code, null, arguments);
    }

    /** One answer for a wrong name, a wrong password and an account that may not sign in. */
    static AccountRefused wrongSignIn() {
        return new AccountRefused("wrong-sign-in");
    }

    static AccountRefused wrongPassword() {
        return new AccountRefused("wrong-password");
    }

    static AccountRefused wrongCode() {
        return new AccountRefused("wrong-code");
    }

    static AccountRefused suspended() {
        return new AccountRefused("suspended");
    }

    static AccountRefused noSmsService() {
        return new AccountRefused("no-sms-service");
    }

    static AccountRefused deadLink() {
        return new AccountRefused("dead-link");
    }

    static AccountRefused userNameTaken() {
        return new AccountRefused("user-name-taken");
    }

    static AccountRefused phoneTaken() {
        return new AccountRefused("phone-taken");
    }

    static AccountRefused identityTaken() {
        return new AccountRefused("identity-taken");
    }

    static AccountRefused identityAttached() {
        return new AccountRefused("identity-attached");
    }

    static AccountRefused placeDoesNotFit() {
        return new AccountRefused("place-does-not-fit");
    }

    static AccountRefused notGrantable() {
        return new AccountRefused("not-grantable");
    }

    static AccountRefused alreadyGranted() {
        return new AccountRefused("already-granted");
    }

    static AccountRefused notAlive() {
        return new AccountRefused("grant-not-alive");
    }

    static AccountRefused beyondYourScope() {
        return new AccountRefused("beyond-your-scope");
    }

    static AccountRefused notYourself() {
        return new AccountRefused("not-yourself");
    }

    static AccountRefused samePerson() {
        return new AccountRefused("same-person");
    }

    static AccountRefused proposalClosed() {
        return new AccountRefused("proposal-closed");
    }

    static AccountRefused proposalOpen() {
        return new AccountRefused("proposal-open");
    }

    static AccountRefused notYours() {
        return new AccountRefused("not-your-proposal");
    }

    static AccountRefused lastAdministrator() {
        return new AccountRefused("last-administrator");
    }

    static AccountRefused noStaffPhone() {
        return new AccountRefused("only-own-phone");
    }
}
