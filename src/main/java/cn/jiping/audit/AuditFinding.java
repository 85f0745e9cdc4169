package cn.jiping.audit;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** 核验发现: what does not agree with the seals, and which act or block it is. */
public record AuditFinding(Kind kind, @Nullable UUID act, @Nullable Long block) {

    /** 发现类型. */
    public enum Kind {
        /** 行为被改: the row differs from what was sealed. */
        ACT_CHANGED,
        /** 行为缺失: it was sealed (or waits to be) and is not there. */
        ACT_MISSING,
        /** 多出的行为: it is there, in no block, and does not wait for one. */
        ACT_EXTRA,
        /** 内容被改: the payload differs from its digest. */
        PAYLOAD_CHANGED,
        /** 内容缺失: the payload is gone and no erasure was recorded. */
        PAYLOAD_MISSING,
        /** 封存值被改: the act is as sealed, the stored hash of it is not. */
        LEAF_CHANGED,
        /** 区块被改: root, count or hash do not fit the content. */
        BLOCK_CHANGED,
        /** 区块缺失: a number is left out. */
        BLOCK_MISSING,
        /** 链断开: does not continue the block before. */
        CHAIN_BROKEN,
        /** 签名不符: unsigned after signed ones, or not signed by a key of this installation. */
        SIGNATURE_WRONG,
        /** 与外部留存不符: a root held outside says otherwise. */
        ROOT_DIFFERS
    }

    static AuditFinding ofAct(Kind kind, UUID act, @Nullable Long block) {
        return new AuditFinding(kind, act, block);
    }

    static AuditFinding ofBlock(Kind kind, long block) {
        return new AuditFinding(kind, null, block);
    }
}
