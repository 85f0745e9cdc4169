package cn.jiping.policy;

import cn.jiping.shared.ReasonCode;

/** 期限理由. */
enum PolicyReason implements ReasonCode {
    WORKING_DAYS_AFTER("working-day.after"),
    WORKING_DAYS_BEFORE("working-day.before"),
    SAME_DAY("working-day.same-day"),
    HOW_COUNTED("working-day.how-counted"),
    DUE_WORKING_DAYS_AFTER("deadline.working-days-after"),
    DUE_WORKING_DAYS_BEFORE("deadline.working-days-before"),
    DUE_WITHIN("deadline.within"),
    DUE_ON("deadline.on");

    private final String code;

    PolicyReason(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}
