package cn.jiping.plan;

import cn.jiping.catalog.Occupation;
import cn.jiping.catalog.UnifiedTerms;
import cn.jiping.policy.InForce;
import cn.jiping.policy.Law;
import cn.jiping.policy.NoRule;
import cn.jiping.shared.Finding;
import cn.jiping.shared.InvalidInput;
import cn.jiping.shared.Reason;
import cn.jiping.shared.SkillLevel;
import java.util.ArrayList;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** 职业资格鉴定由谁组织、由谁核发. */
record QualificationRule(Law law, InForce<QualificationTerms> page) {

    Finding<Organiser> judge(
            SkillLevel level,
            Affiliation affiliation,
            Places.Place place,
            @Nullable Occupation occupation) {
        requireDepartment(occupation);
        var row = page.terms().of(level, affiliation, seat(place));
        var organisedBy = row.organisedBy();
        var issuedBy = row.issuedBy();
        if (organisedBy == null || issuedBy == null) {
            throw InvalidInput.of("level", "plan.no-such-level");
        }
        var unified = unified(occupation);
        return unified.isPresent() ? unified.get() : ordinary(row, organisedBy, issuedBy, place);
    }

    private void requireDepartment(@Nullable Occupation occupation) {
        var department = page.terms().department();
        if (occupation != null && department != null && !occupation.implementedBy(department)) {
            throw NoRule.of(law.jurisdiction(), law.on());
        }
    }

    private Optional<Finding<Organiser>> unified(@Nullable Occupation occupation) {
        var unified = page.terms().unified();
        if (unified == null || occupation == null) {
            return Optional.empty();
        }
        return law.find(UnifiedTerms.class)
                .filter(named -> named.terms().names(occupation))
                .map(named ->
                        Finding.of(
                                new Organiser(unified.organisedBy(), unified.issuedBy(), true),
                                Reason.of(OrganiserReason.UNIFIED_OCCUPATION, named.source()),
                                Reason.of(
                                        OrganiserReason.ORGANISED,
                                        unified.organising(),
                                        unified.organisedBy()),
                                Reason.of(
                                        OrganiserReason.ISSUED,
                                        unified.issuing(),
                                        unified.issuedBy())));
    }

    private Finding<Organiser> ordinary(
            QualificationTerms.Row row,
            Authority organisedBy,
            Authority issuedBy,
            Places.Place place) {
        var expanded = page.terms().expanded();
        if (expanded != null
                && organisedBy == Authority.CITY
                && expanded.counties().contains(place.code())) {
            throw NoRule.of(law.jurisdiction(), law.on());
        }
        var reasons = new ArrayList<Reason>();
        reasons.add(
                row.unified()
                        ? Reason.of(OrganiserReason.UNIFIED, row.organising())
                        : Reason.of(OrganiserReason.ORGANISED, row.organising(), organisedBy));
        var routing = row.routing();
        if (routing != null) {
            reasons.add(Reason.of(OrganiserReason.ROUTED, routing, organisedBy));
        }
        reasons.add(Reason.of(OrganiserReason.ISSUED, row.issuing(), issuedBy));
        return new Finding<>(new Organiser(organisedBy, issuedBy, row.unified()), reasons);
    }

    static QualificationTerms.Seat seat(Places.Place place) {
        return switch (place.kind()) {
            case PROVINCE -> throw InvalidInput.of("division", "plan.division-too-wide");
            case CITY -> QualificationTerms.Seat.CITY;
            case DISTRICT -> QualificationTerms.Seat.DISTRICT;
            case COUNTY -> QualificationTerms.Seat.COUNTY;
        };
    }
}
