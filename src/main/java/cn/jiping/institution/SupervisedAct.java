package cn.jiping.institution;

/** 由中心办理或处理的事项. */
public enum SupervisedAct {
    /** 在本地区新增或变更考点. */
    NEW_SITE,
    /** 在备案地区以外评价. */
    CROSS_REGION_EVALUATION,
    /** 自主命题启用. */
    SELF_WRITTEN_PAPER,
    /** 限期整改. */
    RECTIFICATION,
    /** 考培分离的例外. */
    TRAINING_EXCEPTION,
    /** 违规行为. */
    BREACH
}
