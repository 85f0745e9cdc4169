package cn.jiping.plan;

import cn.jiping.shared.ReasonCode;

/** 开考和退出衔接的理由. */
enum PlanningReason implements ReasonCode {
    LARGE_ENOUGH("group-size.large-enough"),
    TOO_FEW("group-size.too-few"),
    RUNS_ON("exit-plan.runs-on"),
    NOT_LEFT("exit-plan.not-left"),
    RESITS_ONLY("exit-plan.resits-only"),
    RESIT_IN_TIME("exit-plan.resit-in-time"),
    RESIT_TOO_LATE("exit-plan.resit-too-late"),
    RESIT_WITHOUT_LIMIT("exit-plan.resit-without-limit"),
    MAY_CHOOSE("exit-choice.may"),
    NOTHING_TO_CHOOSE("exit-choice.nothing"),
    COHORT_FINISHES("cohort-completion.finishes"),
    COHORT_UNTIL("cohort-completion.until"),
    COHORT_GRADUATED("cohort-completion.graduated"),
    COHORT_AFTER_EXIT("cohort-completion.after-exit"),
    COHORT_TOO_LATE("cohort-completion.enrolled-after-exit");

    private final String code;

    PlanningReason(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}
