package cn.jiping.web;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;

/**
 * 提示: what happened, shown once on the next page. Put it into the redirect as the flash attribute
 * {@code notice}; a plain string there counts as {@link #ok}. The text is a message key with its
 * arguments, or the text itself where no such key exists.
 */
public record Notice(String kind, String text, List<String> arguments) implements Serializable {
    public Notice {
        arguments = List.copyOf(arguments);
    }

    public static Notice ok(String text, Object... arguments) {
        return of("ok", text, arguments);
    }

    public static Notice info(String text, Object... arguments) {
        return of("info", text, arguments);
    }

    public static Notice warn(String text, Object... arguments) {
        return of("warn", text, arguments);
    }

    private static Notice of(String kind, String text, Object... arguments) {
        return new Notice(kind, text, Arrays.stream(arguments).map(String::valueOf).toList());
    }
}
