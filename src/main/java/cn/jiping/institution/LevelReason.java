package cn.jiping.institution;

import cn.jiping.shared.ReasonCode;

/** 等级理由. */
enum LevelReason implements ReasonCode {
    LEVELS("levels.of-body");

    private final String code;

    LevelReason(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}
