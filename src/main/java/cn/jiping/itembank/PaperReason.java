package cn.jiping.itembank;

import cn.jiping.shared.ReasonCode;

/** 试卷启用理由. */
enum PaperReason implements ReasonCode {
    MAY_USE("paper-reuse.may"),
    USED_BEFORE("paper-reuse.used"),
    NOT_REVIEWED("paper-reuse.not-reviewed"),
    NOT_FILED("paper-reuse.not-filed");

    private final String code;

    PaperReason(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}
