package cn.jiping.keys;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * 公钥: what outsiders need to check a signature: X.509 SubjectPublicKeyInfo in Base64, and from when
 * until when the key signed.
 */
public record PublicKeyView(
        String id, String algorithm, String key, Instant from, @Nullable Instant until) {}
