package cn.jiping.account;

import java.time.Instant;
import java.util.UUID;

/** 在线会话: a device on which an account is signed in. */
public record OpenSession(
        UUID attempt,
        Instant since,
        Instant lastSeen,
        String address,
        String device,
        boolean current) {}
