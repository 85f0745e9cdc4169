package cn.jiping.person;

import cn.jiping.keys.Vault;
import cn.jiping.shared.IdentityDocument;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Turns numbers into what may lie in the database, and back. */
@Component
class Sealer {
    static final String DOCUMENT = "person.document.number";

    private final Vault vault;

    Sealer(Vault vault) {
        this.vault = vault;
    }

    SealedNumber seal(IdentityDocument document) {
        return new SealedNumber(
                new Ciphertext(vault.encrypt(document.number(), DOCUMENT)),
                document.masked(),
                vault.fingerprint(named(document), DOCUMENT),
                fingerprints(document));
    }

    SealedNumber seal(ContactKind kind, String value) {
        return new SealedNumber(
                new Ciphertext(vault.encrypt(value, kind.context())),
                ContactForms.masked(kind, value),
                vault.fingerprint(value, kind.context()),
                fingerprints(kind, value));
    }

    IdentityDocument open(IdentityDocument.Kind kind, Ciphertext number) {
        return new IdentityDocument(kind, vault.decrypt(number.bytes(), DOCUMENT));
    }

    String open(ContactKind kind, Ciphertext value) {
        return vault.decrypt(value.bytes(), kind.context());
    }

    List<String> fingerprints(IdentityDocument document) {
        return vault.fingerprints(named(document), DOCUMENT);
    }

    List<String> fingerprints(ContactKind kind, String value) {
        return vault.fingerprints(value, kind.context());
    }

    /** The fingerprints of a number whose kind is not said: under every kind it may be of. */
    List<String> fingerprintsOfAnyKind(String number) {
        return Arrays.stream(IdentityDocument.Kind.values())
                .flatMap(kind -> possible(kind, number))
                .flatMap(document -> fingerprints(document).stream())
                .toList();
    }

    private static Stream<IdentityDocument> possible(IdentityDocument.Kind kind, String number) {
        try {
            return Stream.of(new IdentityDocument(kind, number));
        } catch (IllegalArgumentException _) {
            return Stream.empty();
        }
    }

    byte[] currentPrefix() {
        return vault.currentPrefix();
    }

    String currentFingerprintPrefix() {
        return vault.currentFingerprintPrefix();
    }

    private static String named(IdentityDocument document) {
        return document.kind() + ":" + document.number();
    }
}
