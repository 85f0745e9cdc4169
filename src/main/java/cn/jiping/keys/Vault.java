package cn.jiping.keys;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Mac;
import org.springframework.stereotype.Service;

/** 保险库: encrypts personal data and makes keyed hashes to find it again. */
@Service
public class Vault {
    private static final byte FORMAT = 1;
    private static final int HEADER = 1 + KeyMaterial.ID_LENGTH;

    private final Keyring keyring;

    Vault(Keyring keyring) {
        this.keyring = keyring;
    }

    /**
     * Encrypts under the current data key. The context (such as {@code person.document.number}) is
     * bound to the ciphertext: it opens under the same context only.
     */
    public byte[] encrypt(String plaintext, String context) {
        var key = keyring.current(KeyPurpose.DATA);
        var header = header(key);
        var sealed =
                AesGcm.seal(
                        key.secretKey("AES"),
                        plaintext.getBytes(StandardCharsets.UTF_8),
                        bound(header, context));
        return ByteBuffer.allocate(header.length + sealed.length).put(header).put(sealed).array();
    }

    /**
     * @throws Unreadable if it was not encrypted here under this context
     */
    public String decrypt(byte[] ciphertext, String context) {
        if (ciphertext.length < HEADER || ciphertext[0] != FORMAT) {
            throw new Unreadable(context);
        }
        var header = Arrays.copyOf(ciphertext, HEADER);
        var id = HexFormat.of().formatHex(header, 1, HEADER);
        return keyring.key(id, KeyPurpose.DATA)
                .flatMap(key ->
                        AesGcm.open(
                                key.secretKey("AES"),
                                Arrays.copyOfRange(ciphertext, HEADER, ciphertext.length),
                                bound(header, context)))
                .map(plain -> new String(plain, StandardCharsets.UTF_8))
                .orElseThrow(() -> new Unreadable(context));
    }

    /** The keyed hash under the current look-up key, to be stored: key id and HMAC in one text. */
    public String fingerprint(String value, String context) {
        return fingerprint(keyring.current(KeyPurpose.LOOKUP), value, context);
    }

    /**
     * The keyed hashes under every look-up key still in use, to find by: {@code where hash =
     * any(...)}.
     */
    public List<String> fingerprints(String value, String context) {
        return keyring.inUse(KeyPurpose.LOOKUP).stream()
                .map(key -> fingerprint(key, value, context))
                .toList();
    }

    /**
     * The first bytes of everything encrypted under the current data key; a row is due for
     * re-encryption if {@code substring(column from 1 for 9) <> ...}.
     */
    public byte[] currentPrefix() {
        return header(keyring.current(KeyPurpose.DATA));
    }

    /**
     * The first characters of every fingerprint under the current look-up key; a row is due for
     * re-hashing if {@code not starts_with(hash, ...)}.
     */
    public String currentFingerprintPrefix() {
        return keyring.current(KeyPurpose.LOOKUP).id() + ":";
    }

    private static byte[] header(OpenKey key) {
        return ByteBuffer.allocate(HEADER).put(FORMAT).put(key.idBytes()).array();
    }

    private static byte[] bound(byte[] header, String context) {
        var text = context.getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(header.length + text.length).put(header).put(text).array();
    }

    private static String fingerprint(OpenKey key, String value, String context) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(key.secretKey("HmacSHA256"));
            var bound = context.getBytes(StandardCharsets.UTF_8);
            mac.update(ByteBuffer.allocate(Integer.BYTES).putInt(bound.length).array());
            mac.update(bound);
            var hash = mac.doFinal(value.getBytes(StandardCharsets.UTF_8));
            return key.id() + ":" + Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has HMAC-SHA-256", e);
        }
    }
}
