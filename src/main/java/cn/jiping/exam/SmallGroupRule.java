package cn.jiping.exam;

import cn.jiping.policy.InForce;
import cn.jiping.shared.Finding;
import cn.jiping.shared.Reason;
import java.time.LocalDate;
import java.time.Period;

/** 不足人数的处理期限: the last day of each step; the day it is counted from is not counted. */
record SmallGroupRule(InForce<SmallGroupTerms> law) {

    Finding<LocalDate> proposeBy(LocalDate from) {
        return by(SmallGroupReason.PROPOSE_BY, from, law.terms().proposeWithin());
    }

    Finding<LocalDate> decideBy(LocalDate from) {
        return by(SmallGroupReason.DECIDE_BY, from, law.terms().decideWithin());
    }

    Finding<LocalDate> withdrawBy(LocalDate from) {
        return by(SmallGroupReason.WITHDRAW_BY, from, law.terms().withdrawWithin());
    }

    private Finding<LocalDate> by(SmallGroupReason code, LocalDate from, Period within) {
        var until = from.plus(within);
        return Finding.of(until, Reason.of(code, law.source(), within, until));
    }
}
