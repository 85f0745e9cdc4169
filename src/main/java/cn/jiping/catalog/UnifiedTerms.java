package cn.jiping.catalog;

import cn.jiping.policy.GoverningDate;
import cn.jiping.policy.LawPage;
import cn.jiping.policy.Terms;
import java.util.List;

/** 统一鉴定职业: those appraised on unified days, for the whole country or the whole province. */
@LawPage(
        path = "catalog/unified",
        governedBy = GoverningDate.ASKED,
        in = {"22"})
public record UnifiedTerms(List<String> national, List<String> provincial) implements Terms {
    public UnifiedTerms {
        national = List.copyOf(national);
        provincial = List.copyOf(provincial);
    }

    public boolean names(Occupation occupation) {
        return national.contains(occupation.name()) || provincial.contains(occupation.name());
    }
}
