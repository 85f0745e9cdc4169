package cn.jiping.shared;

/** 评价机构类别, by who evaluates whom. */
public enum BodyType {
    /** 院校. */
    SCHOOL,
    /** 用人单位. */
    EMPLOYER,
    /** 社会培训评价组织. */
    SOCIAL
}
