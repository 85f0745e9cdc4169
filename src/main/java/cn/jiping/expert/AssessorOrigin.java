package cn.jiping.expert;

/** 考评员来源: how the assessors of a plan were found. */
public enum AssessorOrigin {
    /** 从考评员库随机抽取. */
    POOL_DRAW,
    /** 机构内部考评人员应急抽取. */
    EMERGENCY_IN_HOUSE,
    /** 指定. */
    CHOSEN
}
