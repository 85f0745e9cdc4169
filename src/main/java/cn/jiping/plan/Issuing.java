package cn.jiping.plan;

import cn.jiping.catalog.Catalogue;
import cn.jiping.catalog.UnifiedTerms;
import cn.jiping.policy.Jurisdiction;
import cn.jiping.policy.Law;
import cn.jiping.policy.Terms;
import cn.jiping.shared.DivisionCode;
import cn.jiping.shared.Finding;
import cn.jiping.shared.InvalidInput;
import cn.jiping.shared.SkillLevel;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** 核发机关: which authority issues qualification certificates, and of which division it is. */
public record Issuing(Authority by, DivisionCode division) {
    /** What decides about it. */
    public static final Set<Class<? extends Terms>> PAGES =
            Set.of(QualificationTerms.class, UnifiedTerms.class);

    /**
     * Who issues to a candidate of the place.
     *
     * @throws InvalidInput if the place or the level is none
     * @throws cn.jiping.policy.NoRule where no rule says
     */
    public static Finding<Issuing> of(
            Law law, SkillLevel level, DivisionCode place, String occupation) {
        var found =
                Places.in(law.book())
                        .find(law.jurisdiction(), place, law.on())
                        .orElseThrow(
                                () -> InvalidInput.of("division", "plan.division", place.value()));
        var organiser =
                new QualificationRule(law, law.require(QualificationTerms.class))
                        .judge(
                                level,
                                Affiliation.LOCAL,
                                found,
                                Catalogue.in(law.book()).require(occupation));
        var by = organiser.value().issuedBy();
        var division = division(by, found, law.jurisdiction());
        if (division == null) {
            throw new IllegalStateException("Issued by a body: " + organiser);
        }
        return new Finding<>(
                new Issuing(by, division),
                organiser.reasons().stream()
                        .filter(reason -> reason.code() == OrganiserReason.ISSUED)
                        .toList());
    }

    /** The code of the authority: that of the place, or of what lies above it. */
    static @Nullable DivisionCode division(
            Authority authority, Places.Place place, Jurisdiction jurisdiction) {
        return switch (authority) {
            case PROVINCE -> new DivisionCode(jurisdiction.value() + "0000");
            case CITY ->
                    place.kind() == Places.Kind.CITY || place.parent() == null
                            ? place.code()
                            : place.parent();
            case COUNTY -> place.code();
            case BODY -> null;
        };
    }
}
