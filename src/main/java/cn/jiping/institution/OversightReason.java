package cn.jiping.institution;

import cn.jiping.shared.ReasonCode;

/** 考培分离、跨地区认定和中心分工的理由. */
enum OversightReason implements ReasonCode {
    NOT_TRAINED_HERE("training-separation.not-trained-here"),
    EXCEPTION_GRANTED("training-separation.exception-granted"),
    SEPARATED_INSIDE("training-separation.separated-inside"),
    TRAINED_HERE("training-separation.trained-here"),
    TRAINER_ASSESSES("training-separation.trainer-assesses"),
    TRAINING_FORCED("training-separation.training-forced"),
    CONSENTS_COMPLETE("cross-region-approval.complete"),
    NO_CONSENT_NEEDED("cross-region-approval.no-consent-needed"),
    NO_WAY_FOR_LEVEL("cross-region-approval.no-way"),
    STEP_MISSING("cross-region-approval.missing"),
    NOT_APPROVED_YET("cross-region-approval.not-approved"),
    CENTRE_ACTS("supervising-centre.acts");

    private final String code;

    OversightReason(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}
