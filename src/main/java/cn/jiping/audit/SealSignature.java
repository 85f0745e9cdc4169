package cn.jiping.audit;

import java.util.Arrays;
import java.util.Base64;

/** 签名: over the hash of a block, and the id of the key that made it. */
public final class SealSignature {
    private final String keyId;
    private final byte[] value;

    public SealSignature(String keyId, byte[] value) {
        this.keyId = keyId;
        this.value = value.clone();
    }

    public String keyId() {
        return keyId;
    }

    public byte[] value() {
        return value.clone();
    }

    public String base64() {
        return Base64.getEncoder().encodeToString(value);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SealSignature signature
                && keyId.equals(signature.keyId)
                && Arrays.equals(value, signature.value);
    }

    @Override
    public int hashCode() {
        return 31 * keyId.hashCode() + Arrays.hashCode(value);
    }

    @Override
    public String toString() {
        return keyId + ":" + base64();
    }
}
