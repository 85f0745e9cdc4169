package cn.jiping.exam;

/** 到考情况. */
public enum Attendance {
    /** 已签到. */
    PRESENT,
    /** 缺考. */
    ABSENT
}
