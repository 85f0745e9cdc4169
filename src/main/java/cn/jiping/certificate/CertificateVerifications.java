package cn.jiping.certificate;

import cn.jiping.clock.BusinessClock;
import cn.jiping.keys.Signatures;
import cn.jiping.keys.Vault;
import cn.jiping.policy.InForce;
import cn.jiping.policy.Policies;
import cn.jiping.shared.IdentityDocument;
import cn.jiping.shared.InvalidInput;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.springframework.stereotype.Service;

/**
 * 核验证书: tells anybody who has a certificate before them whether it is valid. A wrong name and an
 * unknown number get the same answer by the same work, so that numbers cannot be tried out.
 */
@Service
public class CertificateVerifications {
    private static final int LONGEST = 60;
    private static final Pattern NUMBER = Pattern.compile("[0-9A-Z]{8,30}");
    private static final Pattern TOKEN = Pattern.compile("[0-9A-Za-z_-]{22}");
    private static final String DECOY = "000000000000000000";

    private final CertificateStore store;
    private final CertificateSettings settings;
    private final Signatures signatures;
    private final Policies policies;
    private final Vault vault;
    private final BusinessClock clock;

    CertificateVerifications(
            CertificateStore store,
            CertificateSettings settings,
            Signatures signatures,
            Policies policies,
            Vault vault,
            BusinessClock clock) {
        this.store = store;
        this.settings = settings;
        this.signatures = signatures;
        this.policies = policies;
        this.vault = vault;
        this.clock = clock;
    }

    /** How many of the last characters of the document number prove it. */
    public int tail() {
        return settings.tail();
    }

    /**
     * By the number and the name printed beside it.
     *
     * @throws InvalidInput if number or name cannot be such
     */
    public Verification byName(String number, String name) {
        var given = Normalizer.normalize(name, Normalizer.Form.NFKC).strip();
        if (given.isEmpty() || given.length() > LONGEST) {
            throw InvalidInput.of("name", "certificate.name");
        }
        return by(number, holder -> same(holder.name(), given));
    }

    /**
     * By the number and the end of the document number printed beside it.
     *
     * @throws InvalidInput if they cannot be such
     */
    public Verification byDocument(String number, String tail) {
        var given = plain(tail);
        if (given.length() != settings.tail()) {
            throw InvalidInput.of("tail", "certificate.tail", settings.tail());
        }
        return by(number, holder -> same(tailOf(holder.document()), given));
    }

    private String tailOf(IdentityDocument document) {
        var number = document.number();
        return number.substring(Math.max(0, number.length() - settings.tail()));
    }

    private Verification by(String number, Predicate<CertificateFacts.Holder> has) {
        var given = plain(number);
        if (!NUMBER.matcher(given).matches()) {
            throw InvalidInput.of("number", "certificate.number");
        }
        if (!mayBeOurs(given)) {
            return Verification.nothing(Verification.Why.NOT_OURS, clock.now());
        }
        var found = store.loadByNumber(given);
        var matches = has.test(found.map(each -> each.facts().holder()).orElseGet(this::nobody));
        return found.filter(_ -> matches)
                .map(certificate -> Verification.of(certificate, clock.now()))
                .orElseGet(() -> Verification.nothing(Verification.Why.NO_MATCH, clock.now()));
    }

    /** Costs what opening a real number costs; matches nothing. */
    private CertificateFacts.Holder nobody() {
        vault.encrypt(DECOY, JdbcCertificateRows.DOCUMENT);
        return Nobody.HOLDER;
    }

    private boolean mayBeOurs(String number) {
        var book = policies.book();
        return book.provinces().keySet().stream()
                .flatMap(province -> book.entries(NumberTerms.class, province).stream())
                .anyMatch(page -> mayBe(page, number));
    }

    private static boolean mayBe(InForce<NumberTerms> page, String number) {
        return new NumberRule(page).mayBe(number);
    }

    /** By what the QR code of the copy at hand holds. */
    public Verification byToken(String token) {
        return find(token)
                .map(certificate -> Verification.of(certificate, clock.now()))
                .orElseGet(() -> Verification.nothing(Verification.Why.NO_MATCH, clock.now()));
    }

    private Optional<Certificate> find(String token) {
        return TOKEN.matcher(token).matches() ? store.loadByToken(token) : Optional.empty();
    }

    /**
     * What the platform states of the certificate now, signed, to be checked anywhere with the
     * published keys; empty if the token is none.
     */
    public Optional<SignedStatement> statement(String token) {
        return find(token)
                .map(certificate -> Statement.of(certificate, clock.now()))
                .map(statement -> SignedStatement.of(statement, signatures));
    }

    private static String plain(String typed) {
        return Normalizer.normalize(typed, Normalizer.Form.NFKC)
                .replaceAll("[\\s-]", "")
                .toUpperCase(Locale.ROOT);
    }

    /** Takes as long for names that begin alike as for others. */
    private static boolean same(String one, String other) {
        return MessageDigest.isEqual(
                one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }
}
