package cn.jiping.registration;

import cn.jiping.catalog.Education;
import cn.jiping.catalog.Occupation;
import cn.jiping.catalog.ProfessionalTitle;
import cn.jiping.catalog.Province;
import cn.jiping.shared.SkillLevel;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The answers of a check so far, as the rules take them. */
final class GivenAnswers {
    private final Map<CheckQuestion, Object> values = new EnumMap<>(CheckQuestion.class);

    void put(CheckQuestion question, Object value) {
        values.put(question, value);
    }

    boolean has(CheckQuestion question) {
        return values.containsKey(question);
    }

    private <V> @Nullable V value(CheckQuestion question, Class<V> type) {
        var value = values.get(question);
        return type.isInstance(value) ? type.cast(value) : null;
    }

    <V> V required(CheckQuestion question, Class<V> type) {
        return Optional.ofNullable(value(question, type)).orElseThrow();
    }

    boolean said(CheckQuestion question, Object value) {
        return value.equals(values.get(question));
    }

    Province province() {
        return required(CheckQuestion.PLACE, Province.class);
    }

    SkillLevel level() {
        return required(CheckQuestion.LEVEL, SkillLevel.class);
    }

    LocalDate on() {
        return required(CheckQuestion.ON, LocalDate.class);
    }

    /** Nothing where it is one that no document names. */
    @Nullable String occupation() {
        var occupation = value(CheckQuestion.OCCUPATION, Occupation.class);
        return occupation == null ? null : occupation.name();
    }

    @Nullable Education education() {
        return said(CheckQuestion.ENROLMENT, Enrolment.EARLIER)
                ? null
                : value(CheckQuestion.EDUCATION, Education.class);
    }

    /** Facts of which somebody said that there is nothing. */
    Set<ApplicantFact> declined() {
        var declined = EnumSet.noneOf(ApplicantFact.class);
        if (said(CheckQuestion.CERTIFICATE, EligibilityCheck.None.NONE)) {
            declined.add(ApplicantFact.CERTIFICATE);
        }
        if (said(CheckQuestion.TITLE, EligibilityCheck.None.NONE)) {
            declined.add(ApplicantFact.TITLE);
        }
        if (has(CheckQuestion.EDUCATION) && education() == null) {
            declined.add(ApplicantFact.EDUCATION);
        }
        return declined;
    }

    Applicant applicant() {
        return new Applicant(
                value(CheckQuestion.BORN_ON, LocalDate.class),
                years(CheckQuestion.YEARS),
                value(CheckQuestion.APPRENTICESHIP, Boolean.class),
                value(CheckQuestion.CERTIFICATE, SkillLevel.class),
                years(CheckQuestion.CERTIFICATE_YEARS),
                null,
                value(CheckQuestion.TITLE, ProfessionalTitle.class),
                value(CheckQuestion.TITLE_MATCHES, Boolean.class),
                years(CheckQuestion.TITLE_YEARS),
                education(),
                value(CheckQuestion.MAJOR, Boolean.class),
                has(CheckQuestion.ENROLMENT)
                        ? said(CheckQuestion.ENROLMENT, Enrolment.FINAL_YEAR)
                        : null,
                value(CheckQuestion.ASSESSED, Boolean.class),
                value(CheckQuestion.CERTIFICATE_ON, LocalDate.class),
                value(CheckQuestion.TITLE_ON, LocalDate.class));
    }

    private @Nullable BigDecimal years(CheckQuestion question) {
        var worked = value(question, Worked.class);
        return worked == null ? null : worked.inYears();
    }
}
