package cn.jiping.institution;

import cn.jiping.shared.DivisionCode;
import java.util.List;
import java.util.Set;

/**
 * 考点登记: what the register holds of a site.
 *
 * @param occupations for which practical tests may be held there; empty where none are
 */
public record SiteDraft(
        DivisionCode division,
        String name,
        String address,
        Set<SiteUse> uses,
        List<String> occupations) {
    public SiteDraft {
        uses = Set.copyOf(uses);
        occupations = List.copyOf(occupations);
    }

    public List<SiteUse> usesInOrder() {
        return uses.stream().sorted().toList();
    }
}
