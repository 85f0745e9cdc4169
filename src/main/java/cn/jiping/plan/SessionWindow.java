package cn.jiping.plan;

/** 窗口: the spans of days in which the steps of a session may be taken. */
public enum SessionWindow {
    /** 报名. */
    REGISTRATION,
    /** 初审. */
    FIRST_REVIEW,
    /** 缴费. */
    PAYMENT,
    /** 准考证下载. */
    TICKETS
}
