package cn.jiping.file;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/** 内容地址: SHA-256 of the content as it is stored, in small hexadecimal digits. */
record BlobAddress(String value) {
    private static final Pattern FORM = Pattern.compile("[0-9a-f]{64}");

    BlobAddress {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("Not an address: " + value);
        }
    }

    static BlobAddress of(byte[] content) {
        return new BlobAddress(sha256(content));
    }

    static boolean isOne(String text) {
        return FORM.matcher(text).matches();
    }

    static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
