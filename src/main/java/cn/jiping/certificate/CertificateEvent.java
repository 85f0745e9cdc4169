package cn.jiping.certificate;

import cn.jiping.plan.SessionId;
import cn.jiping.shared.DivisionCode;
import cn.jiping.shared.PersonId;
import java.time.Instant;
import java.util.UUID;

/** 证书事件. */
public sealed interface CertificateEvent {
    CertificateRef certificate();

    Instant at();

    /** Which certificate, on which result, whose, for what, of which city and issuer. */
    record CertificateRef(
            CertificateId id,
            SessionId session,
            UUID result,
            PersonId person,
            PassedResult.Skill skill,
            DivisionCode city,
            DivisionCode issuer) {
        static CertificateRef of(Certificate certificate) {
            var facts = certificate.facts();
            return new CertificateRef(
                    certificate.id(),
                    facts.session().id(),
                    facts.result(),
                    facts.holder().person(),
                    facts.skill(),
                    facts.city().code(),
                    facts.issue().issuer().code());
        }
    }

    /** 已发证. */
    record Issued(CertificateRef certificate, Instant at) implements CertificateEvent {}

    /** 已撤销. */
    record Revoked(CertificateRef certificate, Instant at) implements CertificateEvent {}

    /** 领取地点已变更, by somebody other than the holder. */
    record Moved(CertificateRef certificate, int version, Instant at) implements CertificateEvent {}

    /** 已补发或更正: the certificate is the new one. */
    record Replaced(CertificateRef certificate, CertificateId former, Instant at)
            implements CertificateEvent {}
}
