package cn.jiping.payment;

import cn.jiping.shared.Source;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** 结算列表的一行. */
public record SettlementRow(
        OrderDraft.Session session,
        OrderDraft.Payee city,
        int persons,
        Money amount,
        Source source,
        SettlementStatus status,
        @Nullable Step declared,
        @Nullable Step received) {

    /** 一步: who and when. */
    public record Step(String by, Instant at) {
        static @Nullable Step of(Settlement.@Nullable Signed signed) {
            return signed == null ? null : new Step(signed.by(), signed.at());
        }
    }

    static SettlementRow of(Settlement settlement) {
        return new SettlementRow(
                settlement.session(),
                settlement.city(),
                settlement.count().persons(),
                settlement.count().amount(),
                settlement.count().source(),
                settlement.status(),
                Step.of(settlement.declared()),
                Step.of(settlement.received()));
    }
}
