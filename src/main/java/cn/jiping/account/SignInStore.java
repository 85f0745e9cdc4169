package cn.jiping.account;

import cn.jiping.shared.AccountId;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

interface SignInStore {
    /** 限制: so many tries within a time; one more locks the subject for a while. */
    record Limit(int tries, Duration within, Duration lasts) {}

    /**
     * 计次: how long the subject is locked, zero if the try may be made, and whether this very try
     * began it.
     */
    record Taken(Duration locked, boolean locking) {}

    /** A code as kept. */
    record KeptCode(UUID id, String hash, Instant sentAt) {}

    void record(SignInAttempt attempt, @Nullable AccountId account, String nameHash);

    List<SignInAttempt> loadLatest(AccountId account, int atMost);

    Optional<SignInAttempt> loadAttempt(AccountId account, UUID id);

    int forgetAttempts(Instant before, int atMost);

    /**
     * Counts one more try of the subject before it is made, in one statement, so that tries at the
     * same moment cannot slip through.
     */
    Taken takeTry(String subject, Limit limit, Instant now);

    /** The try succeeded, or an administrator unlocks: counting starts anew. */
    void forgetTries(Collection<String> subjects);

    /** A try that was counted need not have been: it succeeded. */
    void giveBackTry(String subject);

    boolean locked(Collection<String> subjects, Instant now);

    int forgetTriesBefore(Instant before);

    /**
     * Keeps the code in place of an earlier one.
     *
     * @return when the earlier one was sent if that was after {@code notAfter}; then nothing
     *     changes
     */
    Optional<Instant> keepCode(
            String purpose, String subject, KeptCode code, Instant expiresAt, Instant notAfter);

    /** Counts a try at the code and gives it, if it is alive and has tries left. */
    Optional<KeptCode> tryCode(String purpose, Collection<String> subjects, int tries, Instant now);

    /** Takes the code away; false if somebody else took it first. */
    boolean useCode(String purpose, UUID code);

    void forgetCodes(Instant expiredBefore);

    void keepLink(
            String tokenHash,
            String purpose,
            @Nullable AccountId account,
            Instant now,
            Instant expiresAt);

    /** The account of a link that may still be used; a first administrator's link names none. */
    Optional<Optional<AccountId>> loadLink(String tokenHash, String purpose, Instant now);

    /** Uses the link up; false if somebody else did first or it is over. */
    boolean useLink(String tokenHash, Instant now);

    /** Earlier links of the account are worthless from now on. */
    void endLinks(AccountId account, Instant now);
}
