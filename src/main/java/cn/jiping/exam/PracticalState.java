package cn.jiping.exam;

/** 实操考核安排的状态. */
public enum PracticalState {
    /** 待录入. */
    MISSING,
    /** 考点已停用. */
    SITE_CLOSED,
    /** 已录入. */
    ENTERED
}
