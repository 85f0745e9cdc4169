package cn.jiping.registration;

import cn.jiping.catalog.Condition;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** 单条条件: what an applicant lacks on a day to meet one condition; nothing where it is met. */
final class ConditionRule {
    private static final BigDecimal MONTHS = BigDecimal.valueOf(12);
    private static final int PLACES = 4;

    private final Applicant applicant;
    private final LocalDate on;
    private final boolean higherCounts;
    private final List<Lack> lacks = new ArrayList<>();

    private ConditionRule(Applicant applicant, LocalDate on, boolean higherCounts) {
        this.applicant = applicant;
        this.on = on;
        this.higherCounts = higherCounts;
    }

    static List<Lack> lacks(
            Condition condition, Applicant applicant, LocalDate on, boolean higherCounts) {
        var rule = new ConditionRule(applicant, on, higherCounts);
        rule.check(condition.needs());
        return List.copyOf(rule.lacks);
    }

    private void check(Condition.Needs needs) {
        if (needs.age() != null) {
            age(needs.age());
        }
        if (needs.years() != null) {
            years(
                    ApplicantFact.YEARS_IN_OCCUPATION,
                    applicant.yearsInOccupation(),
                    null,
                    needs.years());
        }
        if (needs.working()) {
            working();
        }
        if (needs.apprenticeship()) {
            yes(ApplicantFact.APPRENTICESHIP_COMPLETED, applicant.apprenticeshipCompleted());
        }
        if (needs.certificate() != null) {
            certificate(needs.certificate());
        }
        if (needs.title() != null) {
            title(needs.title());
        }
        if (needs.schooling() != null) {
            schooling(needs.schooling());
        }
    }

    private void age(Period age) {
        var born = applicant.bornOn();
        if (born == null) {
            lacks.add(Lack.unknown(ApplicantFact.BORN_ON, age));
            return;
        }
        var reached = born.plus(age);
        if (on.isBefore(reached)) {
            lacks.add(new Lack(ApplicantFact.BORN_ON, Lack.Kind.TIME, age, null, reached));
        }
    }

    private void years(
            ApplicantFact fact,
            @Nullable BigDecimal given,
            @Nullable LocalDate since,
            BigDecimal needed) {
        if (given != null) {
            worked(fact, given, needed);
        } else if (since != null) {
            workedSince(fact, since, needed);
        } else {
            lacks.add(Lack.unknown(fact, needed));
        }
    }

    private void worked(ApplicantFact fact, BigDecimal given, BigDecimal needed) {
        if (given.compareTo(needed) < 0) {
            var left = needed.subtract(given);
            lacks.add(new Lack(fact, Lack.Kind.TIME, needed, left, on.plusMonths(months(left))));
        }
    }

    private void workedSince(ApplicantFact fact, LocalDate since, BigDecimal needed) {
        var reached = since.plusMonths(months(needed));
        if (on.isBefore(reached)) {
            var months = ChronoUnit.MONTHS.between(on, reached.minusDays(1)) + 1;
            var left = BigDecimal.valueOf(months).divide(MONTHS, PLACES, RoundingMode.CEILING);
            lacks.add(new Lack(fact, Lack.Kind.TIME, needed, left, reached));
        }
    }

    /**
     * Whole months, the begun one included. Years come with few places, so that a twelfth is never
     * quite one; what that leaves over is no month.
     */
    private static long months(BigDecimal years) {
        var months = years.multiply(MONTHS).setScale(2, RoundingMode.HALF_UP);
        return Math.max(1, months.setScale(0, RoundingMode.CEILING).longValueExact());
    }

    private void working() {
        var years = applicant.yearsInOccupation();
        if (years == null) {
            lacks.add(Lack.unknown(ApplicantFact.YEARS_IN_OCCUPATION, true));
        } else if (years.signum() == 0) {
            lacks.add(Lack.notMet(ApplicantFact.YEARS_IN_OCCUPATION, true));
        }
    }

    private void yes(ApplicantFact fact, @Nullable Boolean given) {
        if (given == null) {
            lacks.add(Lack.unknown(fact, true));
        } else if (!given) {
            lacks.add(Lack.notMet(fact, true));
        }
    }

    private void certificate(Condition.Certificate needed) {
        if (!atLeast(ApplicantFact.CERTIFICATE, applicant.certificate(), needed.level())) {
            return;
        }
        if (needed.years() != null) {
            years(
                    ApplicantFact.YEARS_SINCE_CERTIFICATE,
                    applicant.yearsSinceCertificate(),
                    applicant.certificateOn(),
                    needed.years());
        }
    }

    private void title(Condition.Title needed) {
        if (atLeast(ApplicantFact.TITLE, applicant.title(), needed.title())) {
            yes(ApplicantFact.TITLE_MATCHES, applicant.titleMatches());
            years(
                    ApplicantFact.YEARS_SINCE_TITLE,
                    applicant.yearsSinceTitle(),
                    applicant.titleOn(),
                    needed.years());
        }
    }

    private <E extends Enum<E>> boolean atLeast(ApplicantFact fact, @Nullable E given, E needed) {
        if (given == null) {
            lacks.add(Lack.unknown(fact, needed));
            return false;
        }
        var enough = higherCounts ? given.compareTo(needed) >= 0 : given == needed;
        if (!enough) {
            lacks.add(Lack.notMet(fact, needed));
        }
        return enough;
    }

    private void schooling(Condition.Schooling needed) {
        var from = applicant.certificateFrom();
        if (from != null
                && needed.certificateFrom() != null
                && needed.certificateFrom().contains(from)) {
            return;
        }
        var education = applicant.education();
        if (education == null) {
            lacks.add(Lack.unknown(ApplicantFact.EDUCATION, kinds(needed)));
        } else if (!needed.kinds().contains(education)) {
            lacks.add(Lack.notMet(ApplicantFact.EDUCATION, kinds(needed)));
        } else {
            course(needed);
        }
    }

    private void course(Condition.Schooling needed) {
        if (needed.sameMajor()) {
            yes(ApplicantFact.MAJOR_MATCHES, applicant.majorMatches());
        }
        if (needed.assessed()) {
            yes(ApplicantFact.ASSESSED_PROGRAMME, applicant.assessedProgramme());
        }
        if (!needed.finalYear() && Objects.equals(applicant.finalYear(), true)) {
            lacks.add(Lack.notMet(ApplicantFact.FINAL_YEAR, false));
        }
    }

    private static List<Object> kinds(Condition.Schooling needed) {
        return needed.kinds().stream().sorted().<Object>map(kind -> kind).toList();
    }
}
