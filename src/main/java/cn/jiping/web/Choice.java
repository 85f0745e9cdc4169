package cn.jiping.web;

import org.jspecify.annotations.Nullable;

/** 选项: one answer of a select or a group of radio buttons; the hint may be missing. */
public record Choice(String value, String text, @Nullable String hint) {
    public Choice(String value, String text) {
        this(value, text, null);
    }
}
