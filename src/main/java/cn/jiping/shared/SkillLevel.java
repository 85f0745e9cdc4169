package cn.jiping.shared;

/** 职业技能等级, lowest first; compare these, never the printed grade number. */
public enum SkillLevel {
    /** 学徒工. */
    APPRENTICE,
    /** 五级/初级工. */
    JUNIOR,
    /** 四级/中级工. */
    INTERMEDIATE,
    /** 三级/高级工. */
    ADVANCED,
    /** 二级/技师. */
    TECHNICIAN,
    /** 一级/高级技师. */
    SENIOR_TECHNICIAN,
    /** 特级技师. */
    SPECIAL_TECHNICIAN,
    /** 首席技师. */
    CHIEF_TECHNICIAN
}
