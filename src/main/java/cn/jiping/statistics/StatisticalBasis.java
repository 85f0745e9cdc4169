package cn.jiping.statistics;

/** 统计口径: by which place people and certificates are counted. Never added together. */
public enum StatisticalBasis {
    /** 工作所在地. */
    WORKPLACE,
    /** 补贴申领地. */
    SUBSIDY,
    /** 户籍所在地. */
    HOUSEHOLD,
    /** 认定活动所在地. */
    SITE
}
