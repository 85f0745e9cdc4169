package cn.jiping.keys;

/** 密钥用途: what a working key is for. A key serves one purpose only. */
public enum KeyPurpose {
    /** 数据密钥: AES-256-GCM. */
    DATA,
    /** 查找密钥: HMAC-SHA-256. */
    LOOKUP,
    /** 签名密钥: Ed25519. */
    SIGNING
}
