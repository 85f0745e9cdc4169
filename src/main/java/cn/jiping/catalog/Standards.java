package cn.jiping.catalog;

import cn.jiping.policy.InForce;
import cn.jiping.policy.Law;
import cn.jiping.policy.NoRule;
import cn.jiping.shared.InvalidInput;
import cn.jiping.shared.SkillLevel;
import cn.jiping.shared.Source;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** 职业标准: the conditions of application, by edition, level and occupation, in one place on a day. */
public record Standards(Law law) {

    /** 条件及其依据. */
    public record Cited(Condition condition, Source source) {}

    /**
     * The edition that applies where none is named.
     *
     * @throws NoRule if none does
     */
    public InForce<StandardInForceTerms> inForce() {
        return law.require(StandardInForceTerms.class);
    }

    /**
     * The title of an edition.
     *
     * @throws InvalidInput naming {@code standard} if there is no such edition
     */
    public String title(StandardCode code) {
        return edition(code).title();
    }

    /**
     * The conditions of a level; those of the occupation itself where it has its own.
     *
     * @throws InvalidInput naming {@code standard} if there is no such edition
     * @throws NoRule if the edition has none for the level
     */
    public List<Cited> conditions(
            StandardCode code, SkillLevel level, @Nullable String occupation) {
        var general = cited(edition(code), level);
        var special =
                occupation == null
                        ? List.<Cited>of()
                        : specials(code, level, Catalogue.in(law.book()).require(occupation));
        var asked = special.isEmpty() ? general : special;
        if (asked.isEmpty()) {
            throw NoRule.of(law.jurisdiction(), law.on());
        }
        return asked;
    }

    private StandardsTerms.Standard edition(StandardCode code) {
        return law.require(StandardsTerms.class).terms().standards().stream()
                .filter(standard -> standard.code().equals(code))
                .findFirst()
                .orElseThrow(() -> InvalidInput.of("standard", "catalog.standard", code.value()));
    }

    private static List<Cited> cited(StandardsTerms.Standard standard, SkillLevel level) {
        return standard.conditions().stream()
                .filter(condition -> condition.level() == level)
                .map(condition -> new Cited(condition, standard.source()))
                .toList();
    }

    private List<Cited> specials(StandardCode code, SkillLevel level, Occupation occupation) {
        return law.find(SpecialConditionsTerms.class).stream()
                .flatMap(page -> page.terms().specials().stream())
                .filter(special -> special.standard().equals(code))
                .filter(special -> special.occupation().equals(occupation.name()))
                .flatMap(special ->
                        special.conditions().stream()
                                .filter(condition -> condition.level() == level)
                                .map(condition -> new Cited(condition, special.source())))
                .toList();
    }

    /** The condition of that id among those of a level. */
    public static Optional<Cited> find(List<Cited> conditions, String id) {
        return conditions.stream().filter(cited -> cited.condition().id().equals(id)).findFirst();
    }
}
