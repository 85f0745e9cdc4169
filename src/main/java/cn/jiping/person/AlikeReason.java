package cn.jiping.person;

/** 疑似重复的原因. */
public enum AlikeReason {
    /** 姓名、出生日期、性别相同. */
    SAME_BIRTH,
    /** 电话或邮箱相同. */
    SAME_CONTACT,
    /** 登记过同一证件. */
    SAME_DOCUMENT
}
