package cn.jiping.supervision;

import cn.jiping.shared.ReasonCode;

/** 监管理由. */
enum SupervisionReason implements ReasonCode {
    ENOUGH("plan-score.enough"),
    BELOW("plan-score.below"),
    MONITORED_SINCE("plan-score.monitored-since");

    private final String code;

    SupervisionReason(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}
