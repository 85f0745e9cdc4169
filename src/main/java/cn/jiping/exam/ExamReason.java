package cn.jiping.exam;

import cn.jiping.shared.ReasonCode;

/** 考务理由. */
enum ExamReason implements ReasonCode {
    STARTS("exam-times.starts"),
    LASTS("exam-duration.minutes"),
    DECIDED_BY("exam-duration.decided-by"),
    ROOMS("exam-rooms.rooms"),
    CHECK_IN("check-in.between"),
    INCIDENT("conduct.incident"),
    HANDLING("conduct.handling");

    private final String code;

    ExamReason(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}
