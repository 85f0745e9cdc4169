package cn.jiping.keys;

/** 密钥种类: what can be rotated. */
public enum KeyKind {
    /** 主密钥: wraps the others; lies outside the database. */
    MASTER,
    /** 数据密钥. */
    DATA,
    /** 查找密钥. */
    LOOKUP,
    /** 签名密钥. */
    SIGNING
}
