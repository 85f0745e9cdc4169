package cn.jiping.registration;

import cn.jiping.policy.GoverningDate;
import cn.jiping.policy.LawPage;
import cn.jiping.policy.Terms;

/** 抽审: from which part of the sampled persons being unqualified a plan may be ended or returned. */
@LawPage(
        path = "registration/sample-review",
        governedBy = GoverningDate.ASKED,
        in = {"33"})
public record SampleReviewTerms(int parts, int of) implements Terms {
    public SampleReviewTerms {
        if (parts < 1 || of < parts) {
            throw new IllegalArgumentException("Not a part of a whole");
        }
    }
}
