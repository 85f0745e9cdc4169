package cn.jiping.certificate;

import cn.jiping.file.FileId;
import cn.jiping.shared.IdentityDocument;
import cn.jiping.shared.PersonId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** 证书内容: what is printed, as of the day it was issued. */
record CertificateFacts(
        PassedResult.Session session,
        UUID result,
        Holder holder,
        PassedResult.Skill skill,
        Locality city,
        @Nullable Locality county,
        Issue issue) {

    /** The same, to be fetched elsewhere. */
    CertificateFacts at(@Nullable Locality place) {
        return new CertificateFacts(session, result, holder, skill, city, place, issue);
    }

    /** 持证人. */
    record Holder(
            PersonId person, String name, IdentityDocument document, @Nullable FileId photo) {}

    /**
     * 核发: {@code issuer} is the division and the name of its department, {@code token} what the QR
     * code leads by; the first edition is the original, later ones replace it.
     */
    record Issue(
            String number, String token, int edition, Locality issuer, LocalDate on, Instant at) {}
}
