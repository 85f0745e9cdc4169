package cn.jiping.exam;

import cn.jiping.shared.ReasonCode;

/** 不足人数处理理由. */
enum SmallGroupReason implements ReasonCode {
    PROPOSE_BY("small-group.propose-by"),
    DECIDE_BY("small-group.decide-by"),
    WITHDRAW_BY("small-group.withdraw-by");

    private final String code;

    SmallGroupReason(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}
