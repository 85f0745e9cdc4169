package cn.jiping.web;

import org.jspecify.annotations.Nullable;

/**
 * 当前位置的一级: a step of the way to a page. The model attribute {@code crumbs} holds them in order; the
 * last is the page itself and is no link.
 */
public record Crumb(String path, @Nullable String key, @Nullable String text) {
    /** A step named by a message key. */
    public Crumb(String path, String key) {
        this(path, key, null);
    }

    /** A step named by the thing itself, such as an account's name. */
    public static Crumb named(String path, String text) {
        return new Crumb(path, null, text);
    }
}
