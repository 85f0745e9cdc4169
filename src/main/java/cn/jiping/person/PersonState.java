package cn.jiping.person;

/** 人员状态. */
public enum PersonState {
    /** 有效. */
    ACTIVE,
    /** 已并入另一人员. */
    ABSORBED,
    /** 个人信息已清除. */
    ERASED
}
