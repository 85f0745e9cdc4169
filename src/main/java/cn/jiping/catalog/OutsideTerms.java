package cn.jiping.catalog;

import cn.jiping.policy.GoverningDate;
import cn.jiping.policy.LawPage;
import cn.jiping.policy.Terms;
import java.util.List;

/** 目录外职业: occupations known by name that the catalogue does not hold. */
@LawPage(
        path = "catalog/outside",
        governedBy = GoverningDate.ASKED,
        in = {"00"})
public record OutsideTerms(List<String> occupations) implements Terms {
    public OutsideTerms {
        occupations = List.copyOf(occupations);
    }
}
