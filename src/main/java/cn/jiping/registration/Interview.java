package cn.jiping.registration;

import cn.jiping.catalog.Condition;
import cn.jiping.catalog.Education;
import cn.jiping.catalog.Standards;
import cn.jiping.policy.Law;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * 问答: which question comes next. The rule itself says which facts it lacks; only those are asked
 * that can still make a condition met, or met sooner. The first condition met ends it.
 */
record Interview(Law law, List<Standards.Cited> conditions, EligibilityRule rule) {
    private static final Map<ApplicantFact, CheckQuestion> QUESTIONS =
            Map.ofEntries(
                    Map.entry(ApplicantFact.BORN_ON, CheckQuestion.BORN_ON),
                    Map.entry(ApplicantFact.APPRENTICESHIP_COMPLETED, CheckQuestion.APPRENTICESHIP),
                    Map.entry(ApplicantFact.CERTIFICATE, CheckQuestion.CERTIFICATE),
                    Map.entry(ApplicantFact.YEARS_IN_OCCUPATION, CheckQuestion.YEARS),
                    Map.entry(ApplicantFact.EDUCATION, CheckQuestion.EDUCATION),
                    Map.entry(ApplicantFact.MAJOR_MATCHES, CheckQuestion.MAJOR),
                    Map.entry(ApplicantFact.ASSESSED_PROGRAMME, CheckQuestion.ASSESSED),
                    Map.entry(ApplicantFact.TITLE, CheckQuestion.TITLE),
                    Map.entry(ApplicantFact.TITLE_MATCHES, CheckQuestion.TITLE_MATCHES));

    static Interview of(Law law, GivenAnswers given) {
        var standards = new Standards(law);
        var code = AskedStandard.of(standards, null).code();
        var conditions = standards.conditions(code, given.level(), given.occupation());
        return new Interview(
                law,
                conditions,
                new EligibilityRule(conditions, law.require(EligibilityTerms.class)));
    }

    EligibilityRule.Eligibility judge(GivenAnswers given) {
        return rule.judge(given.applicant(), law.on());
    }

    Optional<CheckQuestion> next(GivenAnswers given) {
        if (enrolmentMatters(given)) {
            return Optional.of(CheckQuestion.ENROLMENT);
        }
        var eligibility = judge(given);
        if (!eligibility.met().isEmpty()) {
            return Optional.empty();
        }
        var wanted = EnumSet.noneOf(CheckQuestion.class);
        eligibility.missing().values().stream()
                .filter(lacks -> decides(lacks, given, eligibility.soonest()))
                .flatMap(List::stream)
                .filter(lack -> lack.kind() == Lack.Kind.UNKNOWN)
                .map(lack -> question(lack.fact(), given))
                .forEach(wanted::add);
        return wanted.stream().filter(question -> !given.has(question)).findFirst();
    }

    /** A course counts from its last year on, and for some conditions only when it is over. */
    private boolean enrolmentMatters(GivenAnswers given) {
        var education = given.education();
        return education != null
                && !given.has(CheckQuestion.ENROLMENT)
                && conditions.stream().anyMatch(cited -> names(cited.condition(), education));
    }

    private static boolean names(Condition condition, Education education) {
        var schooling = condition.needs().schooling();
        return schooling != null && schooling.kinds().contains(education);
    }

    /** Whether what is not known of a condition can still make it met, sooner than another one. */
    private boolean decides(List<Lack> lacks, GivenAnswers given, Optional<LocalDate> soonest) {
        Set<ApplicantFact> declined = given.declined();
        var impossible =
                lacks.stream()
                        .anyMatch(lack ->
                                lack.kind() == Lack.Kind.NOT_MET || declined.contains(lack.fact()));
        var earliest =
                lacks.stream()
                        .flatMap(lack -> Stream.ofNullable(lack.from()))
                        .max(LocalDate::compareTo)
                        .orElse(law.on());
        return !impossible && soonest.map(earliest::isBefore).orElse(true);
    }

    private static CheckQuestion question(ApplicantFact fact, GivenAnswers given) {
        return switch (fact) {
            case YEARS_SINCE_CERTIFICATE ->
                    since(
                            given,
                            CheckQuestion.CERTIFICATE_KEPT,
                            CheckQuestion.CERTIFICATE_ON,
                            CheckQuestion.CERTIFICATE_YEARS);
            case YEARS_SINCE_TITLE ->
                    since(
                            given,
                            CheckQuestion.TITLE_KEPT,
                            CheckQuestion.TITLE_ON,
                            CheckQuestion.TITLE_YEARS);
            default -> Optional.ofNullable(QUESTIONS.get(fact)).orElseThrow();
        };
    }

    /** Who worked on without a break says since when; others say how long in all. */
    private static CheckQuestion since(
            GivenAnswers given, CheckQuestion kept, CheckQuestion day, CheckQuestion years) {
        if (!given.has(kept)) {
            return kept;
        }
        return given.said(kept, true) ? day : years;
    }
}
