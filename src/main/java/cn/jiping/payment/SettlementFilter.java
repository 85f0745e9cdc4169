package cn.jiping.payment;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** 筛选. */
public record SettlementFilter(@Nullable SettlementStatus status, @Nullable UUID session) {
    public static SettlementFilter everything() {
        return new SettlementFilter(null, null);
    }
}
