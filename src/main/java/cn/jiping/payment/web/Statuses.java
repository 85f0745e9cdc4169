package cn.jiping.payment.web;

import cn.jiping.payment.OrderStatus;
import cn.jiping.payment.OrderView;
import cn.jiping.payment.Receipt;
import cn.jiping.payment.Refund;
import cn.jiping.payment.SettlementStatus;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How states and the money of an order look on pages. */
final class Statuses {
    private Statuses() {}

    static Map<OrderStatus, String> kinds() {
        return Arrays.stream(OrderStatus.values())
                .collect(Collectors.toMap(status -> status, Statuses::kind));
    }

    static String kind(OrderStatus status) {
        return switch (status) {
            case OPEN -> "warn";
            case PAID -> "ok";
            case LAPSED -> "no";
            case REFUNDING -> "info";
            case CANCELLED, REFUNDED -> "idle";
        };
    }

    static Map<SettlementStatus, String> settlementKinds() {
        return Map.of(
                SettlementStatus.COUNTED,
                "warn",
                SettlementStatus.DECLARED,
                "info",
                SettlementStatus.RECEIVED,
                "ok");
    }

    /** Money that goes back because the order could not take it. */
    static List<Refund> excess(OrderView order) {
        return order.refunds().stream().filter(refund -> !refund.ofTheFee()).toList();
    }

    static @Nullable Refund feeBack(OrderView order) {
        return order.refunds().stream().filter(Refund::ofTheFee).findFirst().orElse(null);
    }

    static @Nullable Receipt paying(OrderView order) {
        var excess = excess(order).stream().map(Refund::of).collect(Collectors.toSet());
        return order.receipts().stream()
                .filter(receipt -> !excess.contains(receipt.number()))
                .findFirst()
                .orElse(null);
    }
}
