package cn.jiping.exam;

/** 场次进程. */
public enum SittingPhase {
    /** 未到签到时间. */
    BEFORE,
    /** 可以签到. */
    OPEN,
    /** 不再入场. */
    OVER,
    /** 签到已结束. */
    CLOSED
}
