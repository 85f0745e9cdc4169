package cn.jiping.certificate;

import cn.jiping.shared.Signature;
import cn.jiping.shared.Source;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** 撤销: proposed by one person and decided by another. */
public record Revocation(
        UUID id,
        RevocationTerms.Ground ground,
        String reason,
        Source source,
        Signature proposed,
        @Nullable Signature decided,
        Outcome outcome) {

    /** 撤销办理情况. */
    public enum Outcome {
        /** 等待确认. */
        PROPOSED,
        /** 已确认. */
        CONFIRMED,
        /** 已退回. */
        REJECTED
    }

    boolean open() {
        return outcome == Outcome.PROPOSED;
    }

    Revocation decided(Outcome how, Signature by) {
        return new Revocation(id, ground, reason, source, proposed, by, how);
    }
}
