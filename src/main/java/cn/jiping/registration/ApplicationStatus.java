package cn.jiping.registration;

/** 申报状态. */
public enum ApplicationStatus {
    /** 填写中. */
    DRAFT,
    /** 待初审. */
    FIRST_REVIEW,
    /** 待补正: asked once for more. */
    RETURNED,
    /** 待复审. */
    SECOND_REVIEW,
    /** 审核通过，待缴费. */
    ADMITTED,
    /** 报名成功. */
    CONFIRMED,
    /** 审核未通过. */
    REFUSED,
    /** 逾期失效: a term passed without the step it was for. */
    LAPSED,
    /** 已撤回: the person does not take part. */
    WITHDRAWN;

    boolean mayBecome(ApplicationStatus next) {
        return switch (this) {
            case DRAFT -> next == FIRST_REVIEW || next == LAPSED || next == WITHDRAWN;
            case FIRST_REVIEW ->
                    next == DRAFT
                            || next == SECOND_REVIEW
                            || next == RETURNED
                            || next == REFUSED
                            || next == WITHDRAWN;
            case RETURNED ->
                    next == FIRST_REVIEW
                            || next == SECOND_REVIEW
                            || next == LAPSED
                            || next == WITHDRAWN;
            case SECOND_REVIEW ->
                    next == ADMITTED
                            || next == RETURNED
                            || next == REFUSED
                            || next == LAPSED
                            || next == WITHDRAWN;
            case ADMITTED -> next == CONFIRMED || next == LAPSED || next == WITHDRAWN;
            case CONFIRMED -> next == WITHDRAWN;
            case REFUSED, LAPSED, WITHDRAWN -> false;
        };
    }

    /** 进行中: the person may still come to take part. */
    public boolean running() {
        return switch (this) {
            case DRAFT, FIRST_REVIEW, RETURNED, SECOND_REVIEW, ADMITTED, CONFIRMED -> true;
            case REFUSED, LAPSED, WITHDRAWN -> false;
        };
    }

    /** 可填写: the person holds the pen. */
    public boolean writable() {
        return this == DRAFT || this == RETURNED;
    }

    /** 待审核. */
    public boolean underReview() {
        return this == FIRST_REVIEW || this == SECOND_REVIEW;
    }
}
