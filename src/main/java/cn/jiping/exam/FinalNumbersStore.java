package cn.jiping.exam;

import cn.jiping.plan.SessionId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** 核定人数: when the numbers of a session are final, and when to look at them again. */
interface FinalNumbersStore {
    /** Notes when the numbers of a session become final; the first note stays. */
    void awaitFinal(SessionId session, Instant finalAt);

    /** When the numbers of a session become final, if that is known yet. */
    Optional<Instant> loadFinal(SessionId session);

    /** Keeps others from changing final numbers of the session until the transaction ends. */
    Optional<Final> lockFinal(SessionId session);

    /** 核定: when the numbers are final, and whether the small groups were opened. */
    record Final(Instant at, boolean counted) {}

    void counted(SessionId session, Instant at);

    /** Null: there is nothing to wait for. */
    void lookAgain(SessionId session, @Nullable Instant at);

    List<SessionId> loadUncounted(Instant now);

    List<SessionId> loadToLookAt(Instant now);

    Optional<Instant> loadNextLook(Instant after);
}
