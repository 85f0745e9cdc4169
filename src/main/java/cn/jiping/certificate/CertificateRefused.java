package cn.jiping.certificate;

import cn.jiping.shared.Refusal;
import cn.jiping.shared.Source;
import org.jspecify.annotations.Nullable;

/** 证书拒绝: why a certificate is not issued, changed, printed or handed out. */
public final class CertificateRefused extends Refusal {
    private static final long serialVersionUID = 1L;

    private CertificateRefused(String code, @Nullable Source source, Object... arguments) {
        super("certificate." + code, source, arguments);
    }

    static CertificateRefused notPassed(Source source) {
        return new CertificateRefused("not-passed", source);
    }

    static CertificateRefused reviewOpen(Source source) {
        return new CertificateRefused("review-open", source);
    }

    static CertificateRefused notPublished(Source source) {
        return new CertificateRefused("not-published", source);
    }

    static CertificateRefused noResults() {
        return new CertificateRefused("no-results", null);
    }

    static CertificateRefused noDocument(String name) {
        return new CertificateRefused("no-document", null, name);
    }

    static CertificateRefused numbersUsedUp(String series, Source source) {
        return new CertificateRefused("numbers-used-up", source, series);
    }

    static CertificateRefused notTheIssuer(String issuer) {
        return new CertificateRefused("not-the-issuer", null, issuer);
    }

    static CertificateRefused notValid(CertificateStatus status) {
        return new CertificateRefused("not-valid", null, status.name());
    }

    static CertificateRefused revocationOpen(String by) {
        return new CertificateRefused("revocation-open", null, by);
    }

    static CertificateRefused noRevocation() {
        return new CertificateRefused("no-revocation", null);
    }

    static CertificateRefused samePerson() {
        return new CertificateRefused("same-person", null);
    }

    static CertificateRefused proofInstead(String document, Source source) {
        return new CertificateRefused("proof-instead", source, document);
    }

    static CertificateRefused handedOutAlready(String to) {
        return new CertificateRefused("handed-out-already", null, to);
    }

    static CertificateRefused tooManyToPrint(int most) {
        return new CertificateRefused("too-many-to-print", null, most);
    }

    static CertificateRefused nothingToPrint() {
        return new CertificateRefused("nothing-to-print", null);
    }
}
