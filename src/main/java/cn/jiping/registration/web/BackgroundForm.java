package cn.jiping.registration.web;

import cn.jiping.catalog.Education;
import cn.jiping.registration.ApplicationForm;
import cn.jiping.registration.ApplicationForm.Employment;
import cn.jiping.registration.ApplicationForm.Schooling;
import cn.jiping.registration.Enrolment;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** 学历和单位表. */
record BackgroundForm(
        @Nullable String education,
        @Nullable String school,
        @Nullable String major,
        @Nullable String majorMatches,
        @Nullable String enrolment,
        @Nullable String employer,
        @Nullable String occupation,
        @Nullable Integer version)
        implements Filled {
    private static final int LONGEST = 60;

    static BackgroundForm of(ApplicationForm form, int version) {
        var schooling = form.schooling();
        var employment = form.employment();
        return new BackgroundForm(
                schooling == null ? null : schooling.education().name(),
                schooling == null ? null : schooling.school(),
                schooling == null ? null : schooling.major(),
                schooling == null ? null : String.valueOf(schooling.majorMatches()),
                schooling == null ? null : schooling.enrolment().name(),
                employment == null ? null : employment.employer(),
                employment == null ? null : employment.occupation(),
                version);
    }

    @Override
    public ApplicationForm in(ApplicationForm form, LocalDate today) {
        var fields = new Fields(today);
        var schooling =
                new Schooling(
                        fields.one("education", "education", education, Education.class),
                        fields.line("school", "school", school, LONGEST),
                        fields.line("major", "major", major, LONGEST),
                        fields.yes("majorMatches", "major-matches", majorMatches),
                        fields.one("enrolment", "graduated", enrolment, Enrolment.class));
        var employment =
                new Employment(
                        fields.line("employer", "employer", employer, LONGEST),
                        fields.line("occupation", "occupation-now", occupation, LONGEST));
        fields.requireNone();
        return form.withBackground(schooling, employment);
    }
}
