package cn.jiping.account;

import cn.jiping.shared.AccountId;
import cn.jiping.shared.Actor;
import cn.jiping.shared.PersonId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * 提议人: the first of two persons who do something together. Whoever confirms must be another person,
 * not merely another account ({@link TwoPersons}); any module that needs two keeps this.
 */
public record Proposer(AccountId account, @Nullable PersonId person, String name, Instant at) {
    public static Proposer of(Actor actor, Instant now) {
        return new Proposer(actor.requireAccount(), actor.person(), actor.name(), now);
    }

    public boolean is(Actor actor) {
        return account.equals(actor.account());
    }
}
