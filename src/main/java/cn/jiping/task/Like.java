package cn.jiping.task;

import org.jspecify.annotations.Nullable;

/** What a person typed, as a pattern in which nothing but their own characters counts. */
final class Like {
    private Like() {}

    static @Nullable String containing(@Nullable String typed) {
        if (typed == null || typed.isBlank()) {
            return null;
        }
        var literal = typed.strip().replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
        return "%" + literal.replace("\0", "") + "%";
    }
}
