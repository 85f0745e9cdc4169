package cn.jiping.registration;

import cn.jiping.catalog.Education;
import cn.jiping.catalog.ProfessionalTitle;
import cn.jiping.policy.Within;
import cn.jiping.shared.SkillLevel;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * 申报人: what is known of an applicant; null where nothing is. Years are years worked in the
 * occupation; those since a certificate or title belong to the one named here. Where they are not
 * said, the day of the certificate or title stands for them: worked without a break since.
 */
record Applicant(
        @Nullable LocalDate bornOn,
        @Nullable @Within(max = 90) BigDecimal yearsInOccupation,
        @Nullable Boolean apprenticeshipCompleted,
        @Nullable SkillLevel certificate,
        @Nullable @Within(max = 90) BigDecimal yearsSinceCertificate,
        @Nullable Education certificateFrom,
        @Nullable ProfessionalTitle title,
        @Nullable Boolean titleMatches,
        @Nullable @Within(max = 90) BigDecimal yearsSinceTitle,
        @Nullable Education education,
        @Nullable Boolean majorMatches,
        @Nullable Boolean finalYear,
        @Nullable Boolean assessedProgramme,
        @Nullable LocalDate certificateOn,
        @Nullable LocalDate titleOn) {}
