package cn.jiping.keys;

import java.util.Base64;

/** 签名: the value and the id of the key that made it. */
public final class Signed {
    private final String keyId;
    private final byte[] signature;

    public Signed(String keyId, byte[] signature) {
        this.keyId = keyId;
        this.signature = signature.clone();
    }

    public String keyId() {
        return keyId;
    }

    public byte[] signature() {
        return signature.clone();
    }

    @Override
    public String toString() {
        return keyId + ":" + Base64.getEncoder().encodeToString(signature);
    }
}
