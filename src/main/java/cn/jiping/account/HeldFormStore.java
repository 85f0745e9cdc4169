package cn.jiping.account;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** 待确认表单的存放: encrypted forms for the minutes it takes to confirm, each handed out once. */
public interface HeldFormStore {
    void keep(UUID id, byte[] content, Instant until);

    /** The form, if it can still be taken. */
    Optional<byte[]> load(UUID id, Instant now);

    /** The form, which nobody gets after that: of requests at the same moment, one gets it. */
    Optional<byte[]> take(UUID id, Instant now);

    /** Whether somebody got it. */
    boolean taken(UUID id);

    void forgetUntil(Instant now);
}
