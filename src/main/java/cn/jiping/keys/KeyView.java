package cn.jiping.keys;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** 密钥一览: what may be known about a working key; never the key. */
public record KeyView(
        String id,
        KeyPurpose purpose,
        KeyState state,
        String masterKey,
        Instant madeAt,
        @Nullable Instant supersededAt,
        @Nullable Instant retiredAt) {
    static KeyView of(WorkingKey key) {
        return new KeyView(
                key.id(),
                key.purpose(),
                key.state(),
                key.wrapping().masterKey(),
                key.life().madeAt(),
                key.life().supersededAt(),
                key.life().retiredAt());
    }
}
