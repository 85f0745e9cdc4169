package cn.jiping.shared;

/** 评价类别. */
public enum EvaluationKind {
    /** 职业资格鉴定. */
    QUALIFICATION,
    /** 职业技能等级认定. */
    SKILL_LEVEL,
    /** 专项职业能力考核. */
    SPECIAL
}
