package cn.jiping.payment;

import cn.jiping.shared.Ruling;
import cn.jiping.shared.Source;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** 订单: one order as those see it whose scope covers it. */
public record OrderView(
        OrderId id,
        String number,
        OrderStatus status,
        OrderDraft terms,
        Times times,
        List<Receipt> receipts,
        List<Refund> refunds,
        Ruling mayPay) {
    public OrderView {
        receipts = List.copyOf(receipts);
        refunds = List.copyOf(refunds);
    }

    /** 经过: when it was opened, paid and ended, and why it ended. */
    public record Times(
            Instant openedAt, @Nullable Instant paidAt, @Nullable Instant endedAt, String reason) {}

    static OrderView of(PaymentOrder order, Instant now) {
        var ending = order.ending();
        return new OrderView(
                order.id(),
                order.number(),
                order.status(),
                order.terms(),
                new Times(
                        order.openedAt(),
                        order.paying().map(Receipt::arrivedAt).orElse(null),
                        ending == null ? null : ending.at(),
                        ending == null ? "" : ending.reason()),
                order.receipts(),
                order.refunds(),
                order.mayPay(now));
    }

    /** By what the fees are charged, each once. */
    public List<Source> feeSources() {
        return terms.lines().stream().map(FeeLine::source).distinct().toList();
    }

    /** 缴费凭证 exists once money was taken for the order. */
    public boolean hasVoucher() {
        return times.paidAt() != null;
    }
}
