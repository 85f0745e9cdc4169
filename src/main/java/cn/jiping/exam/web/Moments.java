package cn.jiping.exam.web;

import cn.jiping.clock.BusinessClock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;

/** 时刻, as it stands on lists and in notices. */
final class Moments {
    private static final DateTimeFormatter WRITTEN =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(BusinessClock.ZONE);

    private Moments() {}

    static String written(Instant at) {
        return WRITTEN.format(at);
    }
}
