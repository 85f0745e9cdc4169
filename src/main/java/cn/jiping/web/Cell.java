package cn.jiping.web;

import org.jspecify.annotations.Nullable;

/**
 * 答案条的一格: label (a message key) and what stands under it: text, a {@link Due}, a {@code Source} or
 * several, a template fragment, or null for 没有.
 */
public record Cell(String label, @Nullable Object value) {
    public static Cell now(@Nullable Object value) {
        return new Cell("web.state.now", value);
    }

    public static Cell next(@Nullable Object value) {
        return new Cell("web.state.next", value);
    }

    public static Cell until(@Nullable Object value) {
        return new Cell("web.state.until", value);
    }

    public static Cell basis(@Nullable Object value) {
        return new Cell("web.state.basis", value);
    }
}
