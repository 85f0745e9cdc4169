package cn.jiping.account;

/** 账号状态. */
public enum AccountState {
    /** 待启用: the password has not been set yet. */
    INVITED,
    /** 在用. */
    ACTIVE,
    /** 无有效岗位: no role is valid today. */
    WITHOUT_ROLE,
    /** 已停用. */
    SUSPENDED
}
