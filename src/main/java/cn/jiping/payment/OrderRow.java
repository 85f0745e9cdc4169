package cn.jiping.payment;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** 订单列表的一行. */
public record OrderRow(
        OrderId id,
        String number,
        String sessionTitle,
        String payerName,
        String cityName,
        Money amount,
        OrderStatus status,
        Instant openedAt,
        LocalDate payUntil,
        @Nullable Instant paidAt) {}
