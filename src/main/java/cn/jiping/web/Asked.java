package cn.jiping.web;

import cn.jiping.shared.DivisionCode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads what an address asks; what cannot be read counts as not said. */
public final class Asked {
    private static final int FIRST_YEAR = 2000;
    private static final int LAST_YEAR = 2999;

    private Asked() {}

    public static @Nullable UUID uuid(@Nullable String text) {
        try {
            return text == null ? null : UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    public static @Nullable LocalDate day(@Nullable String text) {
        try {
            var day = text == null ? null : LocalDate.parse(text);
            return day != null && day.getYear() >= FIRST_YEAR && day.getYear() <= LAST_YEAR
                    ? day
                    : null;
        } catch (DateTimeException e) {
            return null;
        }
    }

    public static @Nullable DivisionCode division(@Nullable String text) {
        try {
            return text == null ? null : new DivisionCode(text);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    /** The constant of that name. */
    public static <E extends Enum<E>> @Nullable E one(Class<E> of, @Nullable String name) {
        return Stream.of(of.getEnumConstants())
                .filter(each -> each.name().equals(name))
                .findAny()
                .orElse(null);
    }
}
