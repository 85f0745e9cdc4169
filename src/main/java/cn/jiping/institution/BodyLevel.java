package cn.jiping.institution;

/** 评价机构的隶属层级: whose body it is. */
public enum BodyLevel {
    /** 省属. */
    PROVINCIAL,
    /** 市属. */
    CITY,
    /** 县属. */
    COUNTY
}
