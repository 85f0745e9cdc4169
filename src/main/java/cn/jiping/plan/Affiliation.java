package cn.jiping.plan;

/** 单位隶属. */
enum Affiliation {
    /** 属地. */
    LOCAL,
    /** 中省属、省部属单位. */
    CENTRAL_OR_PROVINCIAL
}
