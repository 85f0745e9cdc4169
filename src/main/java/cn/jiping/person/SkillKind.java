package cn.jiping.person;

/** 技能档案事项; grows with the stages that prove something. */
public enum SkillKind {
    /** 持有证书. */
    CERTIFICATE_HELD,
    /** 保留单科成绩. */
    SUBJECT_KEPT,
    /** 已用补考机会. */
    RESIT_USED,
    /** 接受培训. */
    TRAINING_RECEIVED,
    /** 从业年限. */
    WORK_PROVED,
    /** 学历. */
    EDUCATION_PROVED,
    /** 竞赛名次. */
    COMPETITION_WON
}
