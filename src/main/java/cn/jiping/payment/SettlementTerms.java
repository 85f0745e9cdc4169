package cn.jiping.payment;

import cn.jiping.policy.GoverningDate;
import cn.jiping.policy.LawPage;
import cn.jiping.policy.Terms;

/** 统考上缴: what a city hands on for each candidate finally confirmed, in yuan. */
@LawPage(
        path = "payment/settlement",
        governedBy = GoverningDate.ASKED,
        in = {"33"})
public record SettlementTerms(int perPerson) implements Terms {}
