package cn.jiping.shared;

import org.jspecify.annotations.Nullable;

/**
 * 行为人: who does something, in which role, over what, from where. Acts of the program itself are
 * done by {@link #program}.
 */
public record Actor(
        @Nullable AccountId account,
        @Nullable PersonId person,
        String name,
        @Nullable Role role,
        String place,
        Scope scope,
        String from) {

    /** 系统: the program itself, such as a job; {@code what} names it. */
    public static Actor program(String what) {
        return new Actor(null, null, what, null, "", Scope.all(), "program");
    }

    /** 公众: nobody signed in. */
    public static Actor anybody(String from) {
        return new Actor(null, null, "", null, "", Scope.nowhere(), from);
    }

    public boolean signedIn() {
        return account != null;
    }

    /**
     * @throws IllegalStateException if nobody is signed in; the routes keep such requests away
     */
    public AccountId requireAccount() {
        if (account == null) {
            throw new IllegalStateException("Nobody is signed in");
        }
        return account;
    }
}
