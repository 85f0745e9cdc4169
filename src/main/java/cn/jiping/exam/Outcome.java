package cn.jiping.exam;

/** 没有成绩的原因, as the day of the examination knows it. */
public enum Outcome {
    /** 缺考. */
    ABSENT,
    /** 违纪, 成绩无效. */
    VOID
}
