package cn.jiping.payment;

import java.time.Instant;
import java.util.UUID;

/** 回调内容: what the gateway says happened. */
public sealed interface GatewayMessage {
    OrderId order();

    Instant at();

    record Paid(String number, OrderId order, UUID attempt, Money amount, Instant at)
            implements GatewayMessage {}

    record Failed(OrderId order, UUID attempt, Instant at) implements GatewayMessage {}

    record Refunded(String number, OrderId order, UUID refund, Money amount, Instant at)
            implements GatewayMessage {}
}
