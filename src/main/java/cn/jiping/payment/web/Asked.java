package cn.jiping.payment.web;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads what an address asks; what cannot be read counts as not said. */
final class Asked {
    private static final int FIRST_YEAR = 2000;
    private static final int LAST_YEAR = 2999;

    private Asked() {}

    static @Nullable UUID uuid(@Nullable String text) {
        try {
            return text == null ? null : UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    static @Nullable LocalDate day(@Nullable String text) {
        try {
            var day = text == null ? null : LocalDate.parse(text);
            return day != null && day.getYear() >= FIRST_YEAR && day.getYear() <= LAST_YEAR
                    ? day
                    : null;
        } catch (DateTimeException e) {
            return null;
        }
    }
}
