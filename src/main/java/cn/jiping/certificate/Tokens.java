package cn.jiping.certificate;

import java.security.SecureRandom;
import java.util.Base64;

/** 核验令牌: what a QR code holds; as hard to guess as a key. */
final class Tokens {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 16;

    private Tokens() {}

    static String next() {
        var bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
