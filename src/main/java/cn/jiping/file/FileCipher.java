package cn.jiping.file;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * 文件加密: AES-256-GCM under a key that is made for this one file and seals nothing else, so that the
 * nonce may be constant. The key itself lies in the row, encrypted by the vault.
 */
final class FileCipher {
    static final int KEY_LENGTH = 32;
    private static final int TAG_BITS = 128;
    private static final byte[] NONCE = new byte[12];
    private static final SecureRandom RANDOM = new SecureRandom();

    private FileCipher() {}

    static byte[] newKey() {
        var key = new byte[KEY_LENGTH];
        RANDOM.nextBytes(key);
        return key;
    }

    static byte[] seal(byte[] key, byte[] content) {
        try {
            return cipher(Cipher.ENCRYPT_MODE, key).doFinal(content);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has AES-GCM", e);
        }
    }

    /** Empty if the content was altered or the key is another. */
    static Optional<byte[]> open(byte[] key, byte[] sealed) {
        try {
            return Optional.of(cipher(Cipher.DECRYPT_MODE, key).doFinal(sealed));
        } catch (GeneralSecurityException e) {
            return Optional.empty();
        }
    }

    private static Cipher cipher(int mode, byte[] key) throws GeneralSecurityException {
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, NONCE));
        return cipher;
    }
}
