package cn.jiping.shared;

/** 鉴定方式: on an ordinary day of a place, or at one time everywhere. */
public enum ExamMode {
    /** 日常鉴定. */
    DAILY,
    /** 统一鉴定. */
    UNIFIED
}
