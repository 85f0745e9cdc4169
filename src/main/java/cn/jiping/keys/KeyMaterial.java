package cn.jiping.keys;

import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** A key just made: what is secret and, for a signing key, what may be published. */
final class KeyMaterial {
    static final int ID_LENGTH = 8;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final byte[] secret;
    private final byte @Nullable [] published;

    private KeyMaterial(byte[] secret, byte @Nullable [] published) {
        this.secret = secret;
        this.published = published;
    }

    static KeyMaterial forPurpose(KeyPurpose purpose) {
        return switch (purpose) {
            case DATA, LOOKUP -> new KeyMaterial(random(AesGcm.KEY_LENGTH), null);
            case SIGNING -> signing();
        };
    }

    private static KeyMaterial signing() {
        try {
            var pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
            return new KeyMaterial(pair.getPrivate().getEncoded(), pair.getPublic().getEncoded());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This Java platform has no Ed25519", e);
        }
    }

    static String newId() {
        return HexFormat.of().formatHex(random(ID_LENGTH));
    }

    static byte[] random(int length) {
        var bytes = new byte[length];
        RANDOM.nextBytes(bytes);
        return bytes;
    }

    byte[] secret() {
        return secret.clone();
    }

    byte @Nullable [] published() {
        return published == null ? null : published.clone();
    }
}
