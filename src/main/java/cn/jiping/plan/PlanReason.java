package cn.jiping.plan;

import cn.jiping.shared.ReasonCode;

/** 计划理由. */
enum PlanReason implements ReasonCode {
    EXAM_ON("calendar.exam-on"),
    REGISTRATION_OPEN("calendar.registration-open"),
    REVIEW_UNTIL("calendar.review-until"),
    PAY_UNTIL("calendar.pay-until"),
    TICKETS("calendar.tickets"),
    USUAL_MONTHS("calendar.usual-months"),
    RESIT_ON("calendar.resit-on"),
    MAY_EXTEND("registration-extension.may"),
    NO_EXTENSION("registration-extension.not-for-mode");

    private final String code;

    PlanReason(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}
