package cn.jiping.web;

import org.jspecify.annotations.Nullable;

/**
 * 查找的文字: what somebody typed into a search field, without what cannot be typed, and not too long.
 */
public final class SearchText {
    private static final int LONGEST = 100;

    private SearchText() {}

    public static String of(@Nullable String typed) {
        var asked = typed == null ? "" : typed.replaceAll("[\\p{Cc}\\p{Cs}]", "").strip();
        return asked.codePoints()
                .limit(LONGEST)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
