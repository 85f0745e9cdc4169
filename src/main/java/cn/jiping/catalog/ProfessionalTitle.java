package cn.jiping.catalog;

/** 专业技术职称, lowest first. */
public enum ProfessionalTitle {
    /** 初级. */
    JUNIOR,
    /** 中级. */
    MIDDLE,
    /** 高级. */
    SENIOR
}
