package cn.jiping.keys;

import java.util.HexFormat;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/** A working key ready for use; lives in memory only. */
final class OpenKey {
    private final String id;
    private final KeyPurpose purpose;
    private final byte[] secret;

    OpenKey(String id, KeyPurpose purpose, byte[] secret) {
        this.id = id;
        this.purpose = purpose;
        this.secret = secret.clone();
    }

    String id() {
        return id;
    }

    byte[] idBytes() {
        return HexFormat.of().parseHex(id);
    }

    KeyPurpose purpose() {
        return purpose;
    }

    SecretKey secretKey(String algorithm) {
        return new SecretKeySpec(secret, algorithm);
    }

    byte[] secret() {
        return secret.clone();
    }

    /** Never the key. */
    @Override
    public String toString() {
        return purpose + " " + id;
    }
}
