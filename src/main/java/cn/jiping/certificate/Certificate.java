package cn.jiping.certificate;

import cn.jiping.shared.Ids;
import cn.jiping.shared.Signature;
import cn.jiping.shared.Source;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** 职业资格证书: issued once for a passed result; afterwards revoked, replaced or handed out. */
final class Certificate {
    private final CertificateId id;
    private final int version;
    private CertificateFacts facts;
    private CertificateStatus status;
    private @Nullable Ending ending;
    private @Nullable Revocation revocation;
    private @Nullable HandOut handOut;

    /** What has become of it since. */
    record Fate(
            CertificateStatus status,
            @Nullable Ending ending,
            @Nullable Revocation revocation,
            @Nullable HandOut handOut) {
        static final Fate NEW = new Fate(CertificateStatus.ISSUED, null, null, null);
    }

    Certificate(CertificateId id, CertificateFacts facts, Fate fate, int version) {
        this.id = id;
        this.facts = facts;
        this.version = version;
        this.status = fate.status();
        this.ending = fate.ending();
        this.revocation = fate.revocation();
        this.handOut = fate.handOut();
    }

    static Certificate issue(CertificateId id, CertificateFacts facts) {
        return new Certificate(id, facts, Fate.NEW, 0);
    }

    /**
     * @throws CertificateRefused if it is not valid any more, or a revocation is proposed already
     */
    Revocation propose(RevocationTerms.Ground ground, String reason, Source source, Signature by) {
        requireValid();
        if (revocation != null && revocation.open()) {
            throw CertificateRefused.revocationOpen(revocation.proposed().name());
        }
        var proposed =
                new Revocation(
                        Ids.next(), ground, reason, source, by, null, Revocation.Outcome.PROPOSED);
        revocation = proposed;
        return proposed;
    }

    /**
     * @throws CertificateRefused if none is proposed, or the same person proposed it
     */
    Revocation revoke(Signature by, LocalDate on) {
        var proposed = requireProposed();
        if (proposed.proposed().sameHandAs(by)) {
            throw CertificateRefused.samePerson();
        }
        var confirmed = proposed.decided(Revocation.Outcome.CONFIRMED, by);
        revocation = confirmed;
        end(CertificateStatus.REVOKED, new Ending(on, confirmed.reason()));
        return confirmed;
    }

    /**
     * @throws CertificateRefused if none is proposed
     */
    Revocation reject(Signature by) {
        var rejected = requireProposed().decided(Revocation.Outcome.REJECTED, by);
        revocation = rejected;
        return rejected;
    }

    private Revocation requireProposed() {
        if (revocation == null || !revocation.open()) {
            throw CertificateRefused.noRevocation();
        }
        return revocation;
    }

    /**
     * Gives its place to another.
     *
     * @throws CertificateRefused if it is not valid any more, or a revocation is proposed
     */
    void giveWay(LocalDate on, String reason) {
        requireValid();
        if (revocation != null && revocation.open()) {
            throw CertificateRefused.revocationOpen(revocation.proposed().name());
        }
        end(CertificateStatus.REPLACED, new Ending(on, reason));
    }

    private void end(CertificateStatus next, Ending how) {
        if (!status.mayBecome(next)) {
            throw CertificateRefused.notValid(status);
        }
        status = next;
        ending = how;
    }

    /** Valid, and still in the office. */
    boolean waits() {
        return status == CertificateStatus.ISSUED && handOut == null;
    }

    boolean handedOutSo(String to, String by) {
        return handOut != null && handOut.to().equals(to) && handOut.by().equals(by);
    }

    /**
     * @throws CertificateRefused if it is not valid any more, or was handed out
     */
    void handOut(HandOut given) {
        requireValid();
        if (handOut != null) {
            throw CertificateRefused.handedOutAlready(handOut.to());
        }
        handOut = given;
    }

    /**
     * It will be fetched there.
     *
     * @param county null: at the city
     * @throws CertificateRefused if it is not valid any more, or was handed out
     */
    void lieAt(@Nullable Locality county) {
        requireValid();
        if (handOut != null) {
            throw CertificateRefused.handedOutAlready(handOut.to());
        }
        facts = facts.at(county);
    }

    void requireValid() {
        if (status != CertificateStatus.ISSUED) {
            throw CertificateRefused.notValid(status);
        }
    }

    CertificateId id() {
        return id;
    }

    CertificateFacts facts() {
        return facts;
    }

    Fate fate() {
        return new Fate(status, ending, revocation, handOut);
    }

    int version() {
        return version;
    }
}
