package cn.jiping.plan;

import cn.jiping.policy.GoverningDate;
import cn.jiping.policy.LawPage;
import cn.jiping.policy.Terms;

/** 开考人数: from how many applicants for one occupation and level an appraisal runs alone. */
@LawPage(
        path = "plan/group-size",
        governedBy = GoverningDate.ASKED,
        in = {"33"})
public record GroupSizeTerms(int threshold) implements Terms {}
