package cn.jiping.shared;

/** 性别. */
public enum Sex {
    MALE,
    FEMALE
}
