package cn.jiping.catalog;

/** 学历: schools and courses as the conditions of the standards tell them apart. */
public enum Education {
    /** 中等职业学校. */
    VOCATIONAL_SECONDARY,
    /** 技工学校. */
    TECHNICAL_SCHOOL,
    /** 技工院校高级工班. */
    ADVANCED_TECHNICAL_CLASS,
    /** 高级技工学校. */
    ADVANCED_TECHNICAL_SCHOOL,
    /** 技师学院. */
    TECHNICIAN_COLLEGE,
    /** 技师学院预备技师班. */
    PREPARATORY_TECHNICIAN_CLASS,
    /** 技师学院技师班. */
    TECHNICIAN_CLASS,
    /** 高等职业学校. */
    VOCATIONAL_COLLEGE,
    /** 大学专科. */
    COLLEGE,
    /** 大学本科及以上. */
    UNIVERSITY
}
