package cn.jiping.catalog;

import cn.jiping.policy.GoverningDate;
import cn.jiping.policy.LawPage;
import cn.jiping.policy.Terms;
import java.util.List;

/** 国务院取消的职业: those the documents name. */
@LawPage(
        path = "catalog/cancelled",
        governedBy = GoverningDate.ASKED,
        in = {"00"})
public record CancelledTerms(List<String> occupations) implements Terms {
    public CancelledTerms {
        occupations = List.copyOf(occupations);
    }
}
