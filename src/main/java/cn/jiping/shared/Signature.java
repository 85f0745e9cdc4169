package cn.jiping.shared;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** 经办: who took a step and when, by the business clock; the name as of the act. */
public record Signature(
        @Nullable AccountId account, @Nullable PersonId person, String name, Instant at) {

    public static Signature of(Actor actor, Instant at) {
        return new Signature(actor.account(), actor.person(), actor.name(), at);
    }

    /** Whether both were the same account or the same natural person. */
    public boolean sameHandAs(Signature other) {
        return (account != null && account.equals(other.account))
                || (person != null && person.equals(other.person));
    }
}
