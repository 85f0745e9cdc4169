package cn.jiping.draw;

import cn.jiping.clock.BusinessClock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Instants as people read them: Chinese time to the minute. */
final class Moments {
    private static final DateTimeFormatter FORM =
            DateTimeFormatter.ofPattern("uuuu年M月d日 HH:mm", Locale.ROOT);

    private Moments() {}

    static String print(Instant instant) {
        return FORM.format(instant.atZone(BusinessClock.ZONE));
    }
}
