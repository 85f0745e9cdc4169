package cn.jiping.institution;

import cn.jiping.policy.GoverningDate;
import cn.jiping.policy.LawPage;
import cn.jiping.policy.Terms;
import cn.jiping.shared.Source;
import java.util.List;
import java.util.Set;

/** 跨地区认定: bodies of which level may evaluate outside their region, and what that takes. */
@LawPage(
        path = "institution/cross-region",
        governedBy = GoverningDate.ASKED,
        in = {"33"})
public record CrossRegionTerms(Set<BodyLevel> open, List<Required> steps) implements Terms {
    public CrossRegionTerms {
        steps = List.copyOf(steps);
    }

    /** 须办手续: one of the steps that must be done. */
    public record Required(CrossRegionStep step, Source source) {}
}
