package cn.jiping.registration;

import cn.jiping.shared.ReasonCode;

/** 报名理由. */
enum RegistrationReason implements ReasonCode {
    STANDARD("eligibility.standard"),
    CONDITION_MET("eligibility.condition-met"),
    HIGHER_COUNTS("eligibility.higher-counts"),
    CONDITION_LATER("eligibility.condition-later"),
    CONDITION_OF_AGE("eligibility.condition-of-age"),
    CONDITION_LACKS("eligibility.condition-lacks"),
    MATERIAL("materials.needed"),
    MATERIAL_INSTEAD("materials.instead"),
    PHOTO_FORMAT("materials.photo"),
    ADMITTED("admission.admitted"),
    NOT_OF_BODY("admission.not-of-body"),
    INSURED_ELSEWHERE("admission.insured-elsewhere"),
    UNINSURED_PROOFS("admission.uninsured-proofs"),
    PROOF_MISSING("admission.proof-missing"),
    NOT_LONG_ON_POST("admission.not-long-on-post"),
    IF_UNVERIFIED("admission.if-unverified"),
    MAY_TERMINATE("sample-review.may-terminate"),
    MAY_NOT_TERMINATE("sample-review.may-not-terminate"),
    FAST_TRACK("fast-track.may"),
    FAST_TRACK_NOT_FOR_BODY("fast-track.not-for-body"),
    FAST_TRACK_NO_MERIT("fast-track.no-merit");

    private final String code;

    RegistrationReason(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}
