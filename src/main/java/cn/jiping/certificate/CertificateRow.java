package cn.jiping.certificate;

import cn.jiping.shared.SkillLevel;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** 证书列表的一行. */
public record CertificateRow(
        CertificateId id,
        String number,
        String holder,
        String occupation,
        SkillLevel level,
        String sessionTitle,
        String city,
        @Nullable String county,
        LocalDate issuedOn,
        CertificateStatus status,
        @Nullable Instant handedOutAt) {}
