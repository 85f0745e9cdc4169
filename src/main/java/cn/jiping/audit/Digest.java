package cn.jiping.audit;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/** 摘要: a SHA-256 value. */
public final class Digest {
    static final int LENGTH = 32;
    static final Digest NONE = new Digest(new byte[LENGTH]);

    private final byte[] value;

    private Digest(byte[] value) {
        this.value = value;
    }

    /**
     * @throws IllegalArgumentException if these are not 32 bytes
     */
    public static Digest of(byte[] value) {
        if (value.length != LENGTH) {
            throw new IllegalArgumentException("Not a SHA-256 value: " + value.length + " bytes");
        }
        return new Digest(value.clone());
    }

    /**
     * @throws IllegalArgumentException if the text is not 64 hexadecimal digits
     */
    public static Digest ofHex(String hex) {
        return of(HexFormat.of().parseHex(hex));
    }

    /** The hash of all parts, one after the other. */
    static Digest over(byte[]... parts) {
        try {
            var sha = MessageDigest.getInstance("SHA-256");
            for (var part : parts) {
                sha.update(part);
            }
            return new Digest(sha.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    public byte[] bytes() {
        return value.clone();
    }

    public String hex() {
        return HexFormat.of().formatHex(value);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Digest digest && MessageDigest.isEqual(value, digest.value);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(value);
    }

    @Override
    public String toString() {
        return hex();
    }
}
