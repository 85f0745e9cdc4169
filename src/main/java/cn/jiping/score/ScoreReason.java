package cn.jiping.score;

import cn.jiping.shared.ReasonCode;

/** 成绩理由. */
enum ScoreReason implements ReasonCode {
    MAY_RESIT("resit.may"),
    NOT_PUBLISHED_YET("resit.not-published-yet"),
    RETENTION_OVER("resit.retention-over"),
    RESITS_LIMITED("resit.limited"),
    RESITS_USED("resit.already-used"),
    PASSED("pass.passed"),
    BELOW_PASS_MARK("pass.below"),
    SUBJECT_WITHOUT_SCORE("pass.no-score");

    private final String code;

    ScoreReason(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}
