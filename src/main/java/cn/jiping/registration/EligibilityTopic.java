package cn.jiping.registration;

import cn.jiping.catalog.SpecialConditionsTerms;
import cn.jiping.catalog.StandardCode;
import cn.jiping.catalog.StandardInForceTerms;
import cn.jiping.catalog.Standards;
import cn.jiping.catalog.StandardsTerms;
import cn.jiping.policy.Answer;
import cn.jiping.policy.DecisionTopic;
import cn.jiping.policy.Default;
import cn.jiping.policy.Jurisdiction;
import cn.jiping.policy.LawBook;
import cn.jiping.policy.Terms;
import cn.jiping.shared.InvalidInput;
import cn.jiping.shared.Reason;
import cn.jiping.shared.SkillLevel;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** 我能报考吗. */
@Component
class EligibilityTopic implements DecisionTopic<EligibilityTopic.Facts> {

    /** 申报资格的事实: without a standard the one in force on the day applies. */
    record Facts(
            @Default("33") Jurisdiction jurisdiction,
            @Nullable StandardCode standard,
            @Nullable String occupation,
            SkillLevel level,
            LocalDate on,
            Applicant applicant) {}

    @Override
    public String name() {
        return "eligibility";
    }

    @Override
    public Class<Facts> facts() {
        return Facts.class;
    }

    @Override
    public Set<Class<? extends Terms>> pages() {
        return Set.of(
                StandardsTerms.class,
                StandardInForceTerms.class,
                SpecialConditionsTerms.class,
                EligibilityTerms.class);
    }

    @Override
    public Map<String, String> example() {
        return Map.of(
                "jurisdiction", "33",
                "level", "4",
                "on", "2024-06-01",
                "applicant.bornOn", "1990-05-01",
                "applicant.yearsInOccupation", "5");
    }

    @Override
    public Answer decide(Facts facts, LawBook book) {
        var applicant = facts.applicant();
        requireUntil(facts.on(), applicant);
        var law = book.in(facts.jurisdiction(), facts.on());
        var asked = AskedStandard.of(new Standards(law), facts.standard());
        var conditions =
                new Standards(law).conditions(asked.code(), facts.level(), facts.occupation());
        var rule = new EligibilityRule(conditions, law.require(EligibilityTerms.class));
        var eligibility = rule.judge(applicant, facts.on());
        return Answer.of(eligibility.ruling(), facts.on())
                .with("standard", asked.code().value())
                .with("met", eligibility.met())
                .with("missing", shown(eligibility.missing()))
                .with("metFrom", eligibility.metFrom().isEmpty() ? null : eligibility.metFrom())
                .with(
                        "soonest",
                        eligibility.met().isEmpty() ? eligibility.soonest().orElse(null) : null)
                .because(asked.reasons().toArray(Reason[]::new));
    }

    /** Nobody is born, and nothing is awarded, after the day of application. */
    static void requireUntil(LocalDate on, Applicant applicant) {
        if (applicant.bornOn() != null && applicant.bornOn().isAfter(on)) {
            throw InvalidInput.of("applicant.bornOn", "registration.born-later");
        }
        if (applicant.certificateOn() != null && applicant.certificateOn().isAfter(on)) {
            throw InvalidInput.of("applicant.certificateOn", "registration.awarded-later");
        }
        if (applicant.titleOn() != null && applicant.titleOn().isAfter(on)) {
            throw InvalidInput.of("applicant.titleOn", "registration.awarded-later");
        }
    }

    private static Map<String, List<Map<String, Object>>> shown(Map<String, List<Lack>> missing) {
        var shown = new LinkedHashMap<String, List<Map<String, Object>>>();
        missing.forEach((id, lacks) -> shown.put(id, lacks.stream().map(Lack::shown).toList()));
        return shown;
    }
}
