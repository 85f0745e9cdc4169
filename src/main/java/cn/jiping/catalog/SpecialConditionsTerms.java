package cn.jiping.catalog;

import cn.jiping.policy.GoverningDate;
import cn.jiping.policy.LawPage;
import cn.jiping.policy.Terms;
import cn.jiping.shared.Source;
import java.util.List;

/**
 * 职业特殊条件: conditions of a single occupation, in place of the general ones of the levels they name.
 * A file that is laid beside the others; none comes with the program.
 */
@LawPage(
        path = "catalog/special-conditions",
        governedBy = GoverningDate.ASKED,
        in = {})
public record SpecialConditionsTerms(List<Special> specials) implements Terms {
    public SpecialConditionsTerms {
        specials = List.copyOf(specials);
    }

    /** The conditions of one occupation under one edition. */
    public record Special(
            String occupation, StandardCode standard, List<Condition> conditions, Source source) {
        public Special {
            conditions = List.copyOf(conditions);
        }
    }
}
