package cn.jiping.registration;

import cn.jiping.policy.GoverningDate;
import cn.jiping.policy.LawPage;
import cn.jiping.policy.Terms;

/** 申报条件的读法: whether a higher certificate or title also proves a lower one. */
@LawPage(
        path = "registration/eligibility",
        governedBy = GoverningDate.ASKED,
        in = {"00"})
public record EligibilityTerms(boolean higherCounts) implements Terms {}
