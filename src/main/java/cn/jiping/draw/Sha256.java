package cn.jiping.draw;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/** SHA-256 of a text in UTF-8, written as 64 small hexadecimal digits. */
final class Sha256 {
    private static final Pattern FORM = Pattern.compile("[0-9a-f]{64}");

    private Sha256() {}

    static String of(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    static boolean isOne(String text) {
        return FORM.matcher(text).matches();
    }

    /** Whether the text can be written in UTF-8: no half of a surrogate pair stands alone. */
    static boolean wellFormed(String text) {
        return StandardCharsets.UTF_8.newEncoder().canEncode(text);
    }
}
