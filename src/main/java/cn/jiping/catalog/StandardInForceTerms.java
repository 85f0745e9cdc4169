package cn.jiping.catalog;

import cn.jiping.policy.GoverningDate;
import cn.jiping.policy.LawPage;
import cn.jiping.policy.Terms;

/** 适用标准: which edition's conditions apply. */
@LawPage(
        path = "catalog/standard-in-force",
        governedBy = GoverningDate.ASKED,
        in = {"00", "33"})
public record StandardInForceTerms(StandardCode standard) implements Terms {}
