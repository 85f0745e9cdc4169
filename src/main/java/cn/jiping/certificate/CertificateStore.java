package cn.jiping.certificate;

import cn.jiping.plan.SessionId;
import cn.jiping.shared.Scope;
import java.util.Optional;
import java.util.UUID;

interface CertificateStore {
    /**
     * Takes the result for this certificate; false if another has it. Waits for whoever is about to
     * take it.
     */
    boolean claim(SessionId session, UUID result, CertificateId certificate);

    Optional<CertificateId> loadOf(SessionId session, UUID result);

    /** The next serial of the series, without gaps: given back if the transaction fails. */
    int nextSerial(String series);

    void insert(Certificate certificate);

    /** Lets number and result lead to the certificate that replaces another. */
    void lead(Certificate certificate);

    /** Writes what became of it; stale if somebody wrote since. */
    void update(Certificate certificate);

    Optional<Certificate> find(Scope scope, CertificateId id);

    /** The same, kept for the caller's transaction: whoever comes second finds what was done. */
    Optional<Certificate> lock(Scope scope, CertificateId id);

    /** By its printed number; the same two statements whether there is one or not. */
    Optional<Certificate> loadByNumber(String number);

    /** By what the QR code holds. */
    Optional<Certificate> loadByToken(String token);
}
