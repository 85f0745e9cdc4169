package cn.jiping.expert;

import cn.jiping.shared.ReasonCode;

/** 考评员来源理由. */
enum AssessorReason implements ReasonCode {
    MAY_COME("assessor-source.may"),
    NEED_SHOWN("assessor-source.need-shown"),
    NEED_MISSING("assessor-source.need-missing"),
    MAY_NOT_COME("assessor-source.may-not");

    private final String code;

    AssessorReason(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}
