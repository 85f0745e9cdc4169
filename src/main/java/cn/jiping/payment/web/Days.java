package cn.jiping.payment.web;

import cn.jiping.clock.BusinessClock;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Days in workbooks. */
final class Days {
    private Days() {}

    static @Nullable LocalDate of(@Nullable Instant instant) {
        return instant == null ? null : LocalDate.ofInstant(instant, BusinessClock.ZONE);
    }
}
