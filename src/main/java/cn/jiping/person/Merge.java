package cn.jiping.person;

import cn.jiping.shared.AccountId;
import cn.jiping.shared.Actor;
import cn.jiping.shared.PersonId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** 合并: two records of one person become one, by two people, and may be parted again. */
public record Merge(
        UUID id,
        Pair pair,
        MergeState state,
        Step proposed,
        @Nullable Step decided,
        @Nullable Step undone,
        int version) {

    /** Who stays and whose id resolves to them. */
    public record Pair(PersonId kept, PersonId absorbed) {
        public Pair {
            if (kept.equals(absorbed)) {
                throw new IllegalArgumentException("Nobody merges with themselves");
            }
        }
    }

    /** One step: by whom, when, why. */
    public record Step(Party by, Instant at, String why) {}

    /** Who took a step. */
    public record Party(@Nullable AccountId account, @Nullable PersonId person, String name) {
        static Party of(Actor actor) {
            return new Party(actor.account(), actor.person(), actor.name());
        }

        /** The same human being, or at least the same account. */
        boolean sameAs(Party other) {
            return (person != null && person.equals(other.person))
                    || (account != null && account.equals(other.account));
        }
    }

    static Merge propose(UUID id, Pair pair, Step step) {
        return new Merge(id, pair, MergeState.PROPOSED, step, null, null, 0);
    }

    /**
     * @throws PersonRefused if it was decided already, or by whom it was proposed
     */
    Merge confirm(Step step) {
        if (step.by().sameAs(proposed.by())) {
            throw PersonRefused.confirmedByTheSamePerson();
        }
        return moved(MergeState.CONFIRMED, step, null);
    }

    /**
     * @throws PersonRefused if it was decided already
     */
    Merge reject(Step step) {
        return moved(MergeState.REJECTED, step, null);
    }

    /**
     * @throws PersonRefused if it is not in effect
     */
    Merge undo(Step step) {
        return moved(MergeState.UNDONE, decided, step);
    }

    private Merge moved(MergeState next, @Nullable Step decision, @Nullable Step undoing) {
        if (!state.mayBecome(next)) {
            throw PersonRefused.mergeNotIn(state);
        }
        return new Merge(id, pair, next, proposed, decision, undoing, version);
    }
}
