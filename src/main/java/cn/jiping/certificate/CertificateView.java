package cn.jiping.certificate;

import cn.jiping.shared.IdentityDocument;
import cn.jiping.shared.PersonId;
import cn.jiping.shared.Source;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** 证书详情: the holder's number masked. */
public record CertificateView(
        CertificateId id,
        String sessionTitle,
        Holder holder,
        PassedResult.Skill skill,
        Locality city,
        @Nullable Locality county,
        Issue issue,
        Fate fate,
        int version) {

    /** 持证人. */
    public record Holder(
            PersonId person, String name, IdentityDocument.Kind kind, String maskedNumber) {}

    /** 核发, and by which clause. */
    public record Issue(
            String number,
            String token,
            int edition,
            Locality issuer,
            LocalDate on,
            @Nullable Source basis) {}

    /** 现状: status, how it ended, the last revocation, and who has it. */
    public record Fate(
            CertificateStatus status,
            @Nullable Ending ending,
            @Nullable Revocation revocation,
            @Nullable HandOut handOut) {

        /** Whether a second person is waited for. */
        public boolean awaitsDecision() {
            return revocation != null && revocation.open();
        }

        public boolean valid() {
            return status == CertificateStatus.ISSUED;
        }
    }

    static CertificateView of(Certificate certificate, @Nullable Source basis) {
        var facts = certificate.facts();
        var holder = facts.holder();
        var issue = facts.issue();
        var fate = certificate.fate();
        return new CertificateView(
                certificate.id(),
                facts.session().title(),
                new Holder(
                        holder.person(),
                        holder.name(),
                        holder.document().kind(),
                        holder.document().masked()),
                facts.skill(),
                facts.city(),
                facts.county(),
                new Issue(
                        issue.number(),
                        issue.token(),
                        issue.edition(),
                        issue.issuer(),
                        issue.on(),
                        basis),
                new Fate(fate.status(), fate.ending(), fate.revocation(), fate.handOut()),
                certificate.version());
    }
}
