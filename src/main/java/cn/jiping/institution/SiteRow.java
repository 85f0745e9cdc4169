package cn.jiping.institution;

import cn.jiping.shared.DivisionCode;
import java.util.List;
import java.util.Set;

/** 考点列表的一行. */
public record SiteRow(
        SiteId id,
        DivisionCode division,
        String name,
        String address,
        Set<SiteUse> uses,
        int rooms,
        int seats,
        boolean inUse) {
    public SiteRow {
        uses = Set.copyOf(uses);
    }

    public List<SiteUse> usesInOrder() {
        return uses.stream().sorted().toList();
    }
}
