package cn.jiping.plan;

import cn.jiping.shared.ReasonCode;

/** 计划发布的理由. */
enum AdmissionReason implements ReasonCode {
    ADMITTED("plan-admission.admitted"),
    NOT_LISTED("plan-admission.not-listed"),
    SUSPENDED("plan-admission.suspended"),
    OUTSIDE_SCOPE("plan-admission.outside-scope"),
    SITE_NOT_ACCEPTED("plan-admission.site-not-accepted"),
    DELEGATED("plan-admission.delegated"),
    NOT_APPROVED_THERE("plan-admission.not-approved-there"),
    NO_WAY_OUTSIDE_HOME("plan-admission.no-way-outside-home"),
    FEE_NOT_PUBLISHED("plan-admission.fee-not-published"),
    LEVEL_NOT_OPEN("plan-admission.level-not-open");

    private final String code;

    AdmissionReason(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}
