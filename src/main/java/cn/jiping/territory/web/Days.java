package cn.jiping.territory.web;

import cn.jiping.shared.InvalidInput;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A day as a request writes it: 2021-04-09. */
final class Days {
    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2199;

    private Days() {}

    static Optional<LocalDate> read(String text) {
        try {
            var day = LocalDate.parse(text.strip());
            return day.getYear() < FIRST_YEAR || day.getYear() > LAST_YEAR
                    ? Optional.empty()
                    : Optional.of(day);
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    /**
     * @throws InvalidInput if there is something, but no day
     */
    static LocalDate or(@Nullable String text, LocalDate otherwise) {
        return text == null || text.isBlank()
                ? otherwise
                : read(text).orElseThrow(() -> InvalidInput.of("on", "territory.day"));
    }
}
