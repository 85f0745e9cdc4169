package cn.jiping.exam;

import cn.jiping.shared.ReasonCode;

/** 影像保存理由. */
enum VideoReason implements ReasonCode {
    KEEP_UNTIL("video-retention.keep-until");

    private final String code;

    VideoReason(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}
