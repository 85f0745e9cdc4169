package cn.jiping.keys;

/** 密钥状态. */
public enum KeyState {
    /** 在用: everything new is written under it. */
    CURRENT,
    /** 待停用: a newer one is in use, but something may still lie under it. */
    SUPERSEDED,
    /** 已停用: nothing lies under it; kept for restored backups and old signatures. */
    RETIRED
}
