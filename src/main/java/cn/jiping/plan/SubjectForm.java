package cn.jiping.plan;

/** 考核方式: how the skills test or the comprehensive review of an occupation is held. */
public enum SubjectForm {
    /** 纸笔作答或上机考试: at its hour on the day of the examination. */
    WRITTEN,
    /** 实际操作、业绩评审: within the days after theory. */
    PRACTICAL
}
