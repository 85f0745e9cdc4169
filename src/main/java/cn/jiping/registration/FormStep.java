package cn.jiping.registration;

/** 填报步骤, in the order in which they are filled in. */
public enum FormStep {
    /** 照片. */
    PHOTO,
    /** 学历和单位. */
    BACKGROUND,
    /** 证书和职称. */
    CERTIFICATES,
    /** 工作经历. */
    HISTORY,
    /** 申报条件. */
    CONDITION,
    /** 证明材料. */
    MATERIALS
}
