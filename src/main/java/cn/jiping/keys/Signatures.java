package cn.jiping.keys;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.SignatureException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;

/**
 * 签名服务: signs in the name of this installation with Ed25519. What is signed is the context in
 * UTF-8, one zero byte, and the message, so that a signature means one thing only.
 */
@Service
public class Signatures {
    private static final String ALGORITHM = "Ed25519";

    private final Keyring keyring;

    Signatures(Keyring keyring) {
        this.keyring = keyring;
    }

    public Signed sign(byte[] message, String context) {
        var key = keyring.current(KeyPurpose.SIGNING);
        try {
            var signature = Signature.getInstance(ALGORITHM);
            signature.initSign(
                    KeyFactory.getInstance(ALGORITHM)
                            .generatePrivate(new PKCS8EncodedKeySpec(key.secret())));
            signature.update(signed(message, context));
            return new Signed(key.id(), signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Cannot sign with key " + key.id(), e);
        }
    }

    /** Whether a key of this installation, however old, signed this message under this context. */
    public boolean verify(Signed signed, byte[] message, String context) {
        return keyring.workingKey(signed.keyId())
                .filter(key -> key.purpose() == KeyPurpose.SIGNING)
                .flatMap(key -> Optional.ofNullable(key.wrapping().published()))
                .filter(published -> verify(published, signed, signed(message, context)))
                .isPresent();
    }

    private static boolean verify(byte[] published, Signed signed, byte[] message) {
        try {
            var signature = Signature.getInstance(ALGORITHM);
            signature.initVerify(
                    KeyFactory.getInstance(ALGORITHM)
                            .generatePublic(new X509EncodedKeySpec(published)));
            signature.update(message);
            return signature.verify(signed.signature());
        } catch (SignatureException e) {
            return false; // not even of the right length
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Cannot verify with key " + signed.keyId(), e);
        }
    }

    private static byte[] signed(byte[] message, String context) {
        var text = context.getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(text.length + 1 + message.length)
                .put(text)
                .put((byte) 0)
                .put(message)
                .array();
    }

    /** Every key that has signed, newest first; old ones stay for old signatures. */
    public List<PublicKeyView> publicKeys() {
        return keyring.all().reversed().stream()
                .filter(key -> key.purpose() == KeyPurpose.SIGNING)
                .map(Signatures::view)
                .toList();
    }

    private static PublicKeyView view(WorkingKey key) {
        var published = key.wrapping().published();
        return new PublicKeyView(
                key.id(),
                ALGORITHM,
                published == null ? "" : Base64.getEncoder().encodeToString(published),
                key.life().madeAt(),
                key.life().supersededAt());
    }
}
