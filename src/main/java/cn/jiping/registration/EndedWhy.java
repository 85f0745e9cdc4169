package cn.jiping.registration;

/** 终结的原因. */
public enum EndedWhy {
    /** 报名截止时没有提交. */
    NOT_HANDED_IN,
    /** 没有按时补正. */
    NOT_CORRECTED,
    /** 审核没有按时完成. */
    NOT_REVIEWED,
    /** 没有按时缴费. */
    NOT_PAID,
    /** 审核未通过. */
    REFUSED,
    /** 本人撤回. */
    WITHDRAWN
}
