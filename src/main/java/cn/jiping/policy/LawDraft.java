package cn.jiping.policy;

import cn.jiping.account.Proposer;
import cn.jiping.shared.AccountId;
import cn.jiping.shared.Actor;
import cn.jiping.shared.DivisionCode;
import cn.jiping.shared.Ids;
import cn.jiping.shared.PersonId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * 法规草案: a whole book that somebody wants in force, laid over another; proposed by one person and
 * activated by a second.
 */
public record LawDraft(
        UUID id,
        Heading heading,
        Books books,
        State state,
        Who made,
        @Nullable Who proposed,
        @Nullable Who ended,
        int version) {

    /** What it is called, why it is there, and whose province made it; none for the program. */
    public record Heading(
            String title, String note, Origin origin, @Nullable DivisionCode division) {}

    /** The book that was in force when the draft was laid over it, and the book it makes. */
    public record Books(String base, String book) {}

    /** 来历. */
    public enum Origin {
        /** 上传. */
        UPLOAD,
        /** 法规文件夹. */
        FOLDER,
        /** 程序新版附带. */
        PROGRAM,
        /** 回到以前的版本. */
        RETURN
    }

    /** 状态. */
    public enum State {
        OPEN,
        PROPOSED,
        ACTIVATED,
        WITHDRAWN;

        boolean ended() {
            return switch (this) {
                case OPEN, PROPOSED -> false;
                case ACTIVATED, WITHDRAWN -> true;
            };
        }
    }

    /** Who did something to it, and when; the program has no account. */
    public record Who(
            String name, @Nullable AccountId account, @Nullable PersonId person, Instant at) {
        static Who of(Actor actor, Instant now) {
            return new Who(actor.name(), actor.account(), actor.person(), now);
        }

        Proposer proposer() {
            if (account == null) {
                throw new IllegalStateException("Only people propose");
            }
            return new Proposer(account, person, name, at);
        }
    }

    static LawDraft made(Heading heading, Books books, Who by) {
        return new LawDraft(Ids.next(), heading, books, State.OPEN, by, null, null, 0);
    }

    /** The same laid over another book. */
    LawDraft over(Books other) {
        requireState(State.OPEN);
        return new LawDraft(id, heading, other, state, made, null, null, version);
    }

    LawDraft proposed(Who by) {
        requireState(State.OPEN);
        return new LawDraft(id, heading, books, State.PROPOSED, made, by, null, version);
    }

    LawDraft activated(Who by) {
        requireState(State.PROPOSED);
        return new LawDraft(id, heading, books, State.ACTIVATED, made, proposed, by, version);
    }

    /** The second person says no; it may be changed and proposed again. */
    LawDraft refused() {
        requireState(State.PROPOSED);
        return new LawDraft(id, heading, books, State.OPEN, made, null, null, version);
    }

    LawDraft withdrawn(Who by) {
        if (state.ended()) {
            throw LawRefused.draftEnded();
        }
        return new LawDraft(id, heading, books, State.WITHDRAWN, made, proposed, by, version);
    }

    private void requireState(State needed) {
        if (state.ended()) {
            throw LawRefused.draftEnded();
        }
        if (state != needed) {
            throw needed == State.OPEN ? LawRefused.proposed() : LawRefused.notProposed();
        }
    }
}
