package cn.jiping.registration;

import cn.jiping.policy.Jurisdiction;
import cn.jiping.registration.Application.Subject;
import cn.jiping.registration.ApplicationForm.Held;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** 申报事实: what an application says, as the topic {@code eligibility} asks for it. */
record ApplicantFacts(Jurisdiction jurisdiction, Subject subject, LocalDate on) {
    private static final JsonMapper JSON = new JsonMapper();

    String of(ApplicationForm form, @Nullable LocalDate bornOn) {
        var facts = JSON.createObjectNode();
        facts.put("jurisdiction", jurisdiction.value());
        facts.put("occupation", subject.occupation());
        facts.put("level", subject.level().code());
        facts.put("on", on.toString());
        facts.set("applicant", applicant(form, bornOn));
        return facts.toString();
    }

    private ObjectNode applicant(ApplicationForm form, @Nullable LocalDate bornOn) {
        var worked = new WorkTime(form.history(), on);
        var applicant = JSON.createObjectNode();
        if (bornOn != null) {
            applicant.put("bornOn", bornOn.toString());
        }
        applicant.put("yearsInOccupation", worked.years());
        highest(form).ifPresent(held -> certificate(applicant, held, worked));
        var title = form.title();
        if (title != null) {
            applicant.put("title", title.title().name());
            applicant.put("titleMatches", title.matches());
            since(applicant, "titleOn", "yearsSinceTitle", title.awardedOn(), worked);
        }
        var schooling = form.schooling();
        if (schooling != null) {
            applicant.put("education", schooling.education().name());
            applicant.put("majorMatches", schooling.majorMatches());
            applicant.put("finalYear", schooling.enrolment() == Enrolment.FINAL_YEAR);
        }
        return applicant;
    }

    private static void certificate(ObjectNode applicant, Held held, WorkTime worked) {
        applicant.put("certificate", held.level().code());
        since(applicant, "certificateOn", "yearsSinceCertificate", held.issuedOn(), worked);
        if (held.from() != null) {
            applicant.put("certificateFrom", held.from().name());
        }
    }

    /** The day alone says: worked without a break since; otherwise the years worked are counted. */
    private static void since(
            ObjectNode applicant, String day, String years, LocalDate since, WorkTime worked) {
        applicant.put(day, since.toString());
        if (!worked.unbroken(since)) {
            BigDecimal counted = worked.years(since);
            applicant.put(years, counted);
        }
    }

    /**
     * Of the certificates of this occupation below the level, the highest; the earliest of these.
     */
    private Optional<Held> highest(ApplicationForm form) {
        return form.certificates().stream()
                .filter(held -> held.occupation().equals(subject.occupation()))
                .filter(held -> held.level().compareTo(subject.level()) < 0)
                .max(
                        Comparator.comparing(Held::level)
                                .thenComparing(Comparator.comparing(Held::issuedOn).reversed()));
    }
}
