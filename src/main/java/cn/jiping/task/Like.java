package cn.jiping.task;

import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a person typed, as a pattern in which nothing but their own characters counts. */
final class Like {
    private Like() {}

    /**
     * Ignores case where there is any: lower case costs five times the search, and Chinese has
     * none.
     */
    static Optional<String> condition(String column, @Nullable String typed, String parameter) {
        return Optional.ofNullable(containing(typed))
                .map(pattern -> column + (hasCase(pattern) ? " ilike " : " like ") + parameter);
    }

    private static boolean hasCase(String text) {
        return !text.toLowerCase(Locale.ROOT).equals(text.toUpperCase(Locale.ROOT));
    }

    static @Nullable String containing(@Nullable String typed) {
        if (typed == null || typed.isBlank()) {
            return null;
        }
        var literal = typed.strip().replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
        return "%" + literal.replace("\0", "") + "%";
    }
}
