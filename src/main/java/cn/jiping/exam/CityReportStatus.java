package cn.jiping.exam;

/** 上报状态. */
public enum CityReportStatus {
    /** 待上报. */
    OPEN,
    /** 已上报. */
    CONFIRMED
}
