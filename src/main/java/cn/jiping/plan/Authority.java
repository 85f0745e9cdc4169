package cn.jiping.plan;

/** 组织或核发者. */
public enum Authority {
    /** 省. */
    PROVINCE,
    /** 市. */
    CITY,
    /** 县. */
    COUNTY,
    /** 评价机构. */
    BODY
}
