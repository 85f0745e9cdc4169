package cn.jiping.registration;

import cn.jiping.catalog.Condition;
import cn.jiping.catalog.Standards;
import cn.jiping.policy.InForce;
import cn.jiping.shared.Reason;
import cn.jiping.shared.Ruling;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** 申报资格: which of the conditions an applicant meets on a day, and what each other one lacks. */
record EligibilityRule(List<Standards.Cited> conditions, InForce<EligibilityTerms> readings) {

    /** 结论: conditions met by id, and what lacks for each other one. */
    record Eligibility(Ruling ruling, List<String> met, Map<String, List<Lack>> missing) {
        Eligibility {
            met = List.copyOf(met);
        }

        /** From when the first condition will be met to which nothing but time lacks. */
        Optional<LocalDate> soonest() {
            return metFrom().values().stream().min(LocalDate::compareTo);
        }

        /** From when each condition will be met to which nothing but time lacks, by id. */
        Map<String, LocalDate> metFrom() {
            var days = new LinkedHashMap<String, LocalDate>();
            missing.forEach((id, lacks) -> later(lacks).ifPresent(day -> days.put(id, day)));
            return days;
        }
    }

    Eligibility judge(Applicant applicant, LocalDate on) {
        var met = new ArrayList<String>();
        var missing = new LinkedHashMap<String, List<Lack>>();
        var reasonsFor = new ArrayList<Reason>();
        var reasonsAgainst = new ArrayList<Reason>();
        for (var cited : conditions) {
            var condition = cited.condition();
            var lacks =
                    ConditionRule.lacks(condition, applicant, on, readings.terms().higherCounts());
            if (lacks.isEmpty()) {
                met.add(condition.id());
                reasonsFor.add(met(cited));
                if (higher(condition, applicant)) {
                    reasonsFor.add(Reason.of(RegistrationReason.HIGHER_COUNTS, readings.source()));
                }
            } else {
                missing.put(condition.id(), lacks);
                reasonsAgainst.add(against(cited, lacks));
            }
        }
        var ruling =
                met.isEmpty()
                        ? new Ruling.NotMet(reasonsAgainst)
                        : new Ruling.Met(reasonsFor.stream().distinct().toList());
        return new Eligibility(ruling, met, missing);
    }

    private static Reason met(Standards.Cited cited) {
        return Reason.of(
                RegistrationReason.CONDITION_MET,
                cited.source(),
                cited.condition().id(),
                cited.condition().text());
    }

    private static Reason against(Standards.Cited cited, List<Lack> lacks) {
        var condition = cited.condition();
        return later(lacks)
                .map(day ->
                        Reason.of(
                                ofAge(lacks)
                                        ? RegistrationReason.CONDITION_OF_AGE
                                        : RegistrationReason.CONDITION_LATER,
                                cited.source(),
                                condition.id(),
                                condition.text(),
                                day))
                .orElseGet(() ->
                        Reason.of(
                                RegistrationReason.CONDITION_LACKS,
                                cited.source(),
                                condition.id(),
                                condition.text(),
                                lacks.stream().map(Lack::fact).toList()));
    }

    /** Whether one only has to grow older; all else that takes time is work. */
    static boolean ofAge(List<Lack> lacks) {
        return lacks.stream().allMatch(lack -> lack.fact() == ApplicantFact.BORN_ON);
    }

    static Optional<LocalDate> later(List<Lack> lacks) {
        return lacks.stream().allMatch(lack -> lack.kind() == Lack.Kind.TIME)
                ? lacks.stream().map(Lack::from).filter(Objects::nonNull).max(LocalDate::compareTo)
                : Optional.empty();
    }

    private static boolean higher(Condition condition, Applicant applicant) {
        var certificate = condition.needs().certificate();
        var title = condition.needs().title();
        return (certificate != null && certificate.level() != applicant.certificate())
                || (title != null && title.title() != applicant.title());
    }
}
