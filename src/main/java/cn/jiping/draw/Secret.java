package cn.jiping.draw;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * 密数: what a party keeps to itself until the public value is fixed. The salt hides a secret that
 * somebody chose by hand.
 */
public record Secret(String value, String salt) {
    private static final Pattern VALUE = Pattern.compile("[0-9A-Za-z-]{16,128}");
    private static final Pattern SALT = Pattern.compile("[0-9a-f]{32}");
    private static final SecureRandom RANDOM = new SecureRandom();

    /**
     * @throws IllegalArgumentException if a part is too short, too long or holds other characters
     */
    public Secret {
        if (!wellFormed(value, salt)) {
            throw new IllegalArgumentException("Not a secret");
        }
    }

    public static boolean wellFormed(String value, String salt) {
        return VALUE.matcher(value).matches() && SALT.matcher(salt).matches();
    }

    /** A new one that nobody has seen; it is kept nowhere. */
    public static Secret random() {
        return new Secret(hex(32), hex(16));
    }

    private static String hex(int bytes) {
        var random = new byte[bytes];
        RANDOM.nextBytes(random);
        return HexFormat.of().formatHex(random);
    }

    /** Never the secret: it must not reach a log by accident. */
    @Override
    public String toString() {
        return "Secret[…]";
    }
}
