package cn.jiping.certificate;

import cn.jiping.clock.BusinessClock;
import cn.jiping.policy.Policies;
import cn.jiping.shared.Actor;
import cn.jiping.shared.InvalidInput;
import cn.jiping.shared.Signature;
import cn.jiping.shared.Stale;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 撤销证书: proposed by one person of the issuing authority, confirmed or sent back by another. */
@Service
public class CertificateRevocations {
    private static final int LONGEST_REASON = 200;

    private final CertificateFile file;
    private final RevocationTasks tasks;
    private final Policies policies;
    private final BusinessClock clock;

    CertificateRevocations(
            CertificateFile file, RevocationTasks tasks, Policies policies, BusinessClock clock) {
        this.file = file;
        this.tasks = tasks;
        this.policies = policies;
        this.clock = clock;
    }

    /**
     * 提出撤销.
     *
     * @param seen the version that was looked at
     * @throws CertificateRefused if another authority issued it, it is not valid any more, or a
     *     revocation is proposed already
     * @throws Stale if somebody changed it since
     */
    @Transactional
    public void propose(
            Actor actor, CertificateId id, RevocationTerms.Ground ground, String reason, int seen) {
        var why = requireReason(reason);
        var certificate = file.requireOwn(actor, id, seen);
        var law =
                policies.book()
                        .in(certificate.facts().session().jurisdiction(), clock.today())
                        .require(RevocationTerms.class);
        var proposed =
                certificate.propose(
                        ground, why, law.terms().of(ground), Signature.of(actor, clock.now()));
        file.changed(
                actor,
                certificate,
                CertificateFile.act("revocation-proposed", certificate)
                        .changing("ground", null, ground)
                        .because(why),
                null);
        tasks.proposed(actor, certificate, proposed);
    }

    private static String requireReason(String reason) {
        var given = reason.strip();
        if (given.isEmpty() || given.codePointCount(0, given.length()) > LONGEST_REASON) {
            throw InvalidInput.of("reason", "certificate.reason", LONGEST_REASON);
        }
        return given;
    }

    /**
     * 确认撤销.
     *
     * @throws CertificateRefused if none is proposed, or the same person proposed it
     */
    @Transactional
    public void confirm(Actor actor, CertificateId id, int seen) {
        var certificate = file.requireOwn(actor, id, seen);
        var confirmed = certificate.revoke(Signature.of(actor, clock.now()), clock.today());
        file.changed(
                actor,
                certificate,
                CertificateFile.act("revoked", certificate)
                        .changing("status", CertificateStatus.ISSUED, CertificateStatus.REVOKED)
                        .because(confirmed.reason()),
                new CertificateEvent.Revoked(
                        CertificateEvent.CertificateRef.of(certificate), clock.now()));
        file.disproved(actor, certificate, clock.today(), confirmed.reason());
        tasks.decided(actor, confirmed);
    }

    /** 退回: the certificate stays valid. */
    @Transactional
    public void reject(Actor actor, CertificateId id, int seen) {
        var certificate = file.requireOwn(actor, id, seen);
        var rejected = certificate.reject(Signature.of(actor, clock.now()));
        file.changed(
                actor,
                certificate,
                CertificateFile.act("revocation-rejected", certificate).because(rejected.reason()),
                null);
        tasks.decided(actor, rejected);
    }
}
