package cn.jiping.web;

import java.util.Locale;
import java.util.stream.Stream;

/** 排序: the column a list is sorted by, and which way. */
public record Sorting<C extends Enum<C>>(C column, boolean descending) {

    /**
     * As an address asks it, such as {@code -opened}.
     *
     * @param otherwise the column if there is none of that name
     */
    public static <C extends Enum<C>> Sorting<C> of(String order, C otherwise) {
        var descending = order.startsWith("-");
        var name = order.substring(descending ? 1 : 0);
        return new Sorting<>(
                Stream.of(otherwise.getDeclaringClass().getEnumConstants())
                        .filter(each -> each.name().toLowerCase(Locale.ROOT).equals(name))
                        .findAny()
                        .orElse(otherwise),
                descending);
    }
}
