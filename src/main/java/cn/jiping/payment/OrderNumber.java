package cn.jiping.payment;

import cn.jiping.clock.BusinessClock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** 订单编号: what people read out, such as JF20210731-7F0A93C2D41E; the id is what counts. */
final class OrderNumber {
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("yyyyMMdd", Locale.ROOT);
    private static final long LAST_TWELVE_DIGITS = 0xFFFF_FFFF_FFFFL;

    private OrderNumber() {}

    static String of(OrderId id, Instant openedAt) {
        return "JF%s-%012X"
                .formatted(
                        DAY.format(openedAt.atZone(BusinessClock.ZONE)),
                        id.value().getLeastSignificantBits() & LAST_TWELVE_DIGITS);
    }
}
