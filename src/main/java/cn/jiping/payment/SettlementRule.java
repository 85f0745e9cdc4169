package cn.jiping.payment;

import cn.jiping.policy.InForce;
import cn.jiping.shared.Finding;
import cn.jiping.shared.Reason;

/** 统考上缴金额: so much for each candidate of a unified occupation. */
record SettlementRule(InForce<SettlementTerms> law) {

    Finding<Long> amount(int persons) {
        var each = law.terms().perPerson();
        return Finding.of(
                (long) each * persons,
                Reason.of(PaymentReason.PER_PERSON, law.source(), each, persons));
    }
}
