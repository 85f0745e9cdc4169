package cn.jiping.catalog;

import cn.jiping.policy.GoverningDate;
import cn.jiping.policy.LawPage;
import cn.jiping.policy.Terms;
import java.util.List;

/** 准入类职业: those for which skill-level recognition is barred. */
@LawPage(
        path = "catalog/access",
        governedBy = GoverningDate.ASKED,
        in = {"33"})
public record AccessTerms(List<String> occupations) implements Terms {
    public AccessTerms {
        occupations = List.copyOf(occupations);
    }
}
