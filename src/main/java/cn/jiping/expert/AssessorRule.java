package cn.jiping.expert;

import cn.jiping.policy.InForce;
import cn.jiping.shared.Reason;
import cn.jiping.shared.Ruling;

/** 考评员来源: whether assessors found that way may assess. */
record AssessorRule(InForce<AssessorTerms> law) {

    Ruling judge(AssessorOrigin origin, boolean newOccupation, boolean poolShort) {
        var row = law.terms().of(origin);
        return switch (row.allowed()) {
            case ALWAYS -> Ruling.met(reason(AssessorReason.MAY_COME, row, origin));
            case NEVER -> Ruling.notMet(reason(AssessorReason.MAY_NOT_COME, row, origin));
            case NEW_OCCUPATION_OR_SHORT_POOL ->
                    newOccupation || poolShort
                            ? Ruling.met(reason(AssessorReason.NEED_SHOWN, row, origin))
                            : Ruling.notMet(reason(AssessorReason.NEED_MISSING, row, origin));
        };
    }

    private static Reason reason(
            AssessorReason code, AssessorTerms.Row row, AssessorOrigin origin) {
        return Reason.of(code, row.source(), origin);
    }
}
