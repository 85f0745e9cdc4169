package cn.jiping.policy.web;

import cn.jiping.policy.Jurisdiction;
import cn.jiping.shared.Paging;
import cn.jiping.shared.Slice;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the searches of the law book have in common: words, places and pages as asked for. */
final class Asked {
    private static final int LONGEST = 100;
    private static final int USUAL_SIZE = 20;

    private Asked() {}

    /** The text without what cannot be printed, short enough, brackets narrow as in the book. */
    static String text(@Nullable String given) {
        var text = given == null ? "" : given.replaceAll("[\\p{Cc}\\p{Cs}]", " ").strip();
        return text.substring(0, Math.min(LONGEST, text.length()));
    }

    /** The words of a text, as they are compared. */
    static List<String> words(String text) {
        return Stream.of(text.replace('（', '(').replace('）', ')').split("\\s+"))
                .filter(word -> !word.isEmpty())
                .map(word -> word.toLowerCase(Locale.ROOT))
                .toList();
    }

    /** The constant of that name; an unknown one counts as not said. */
    static <E extends Enum<E>> @Nullable E constant(Class<E> type, @Nullable String name) {
        return Stream.of(type.getEnumConstants())
                .filter(each -> each.name().equals(name))
                .findAny()
                .orElse(null);
    }

    static boolean names(@Nullable String asked, Jurisdiction jurisdiction) {
        return asked == null || asked.isBlank() || asked.equals(jurisdiction.value());
    }

    static Paging paging(@Nullable Integer page, @Nullable Integer size) {
        return Paging.within(page == null ? 1 : page, size == null ? USUAL_SIZE : size);
    }

    static <T> Slice<T> slice(List<T> all, Paging paging) {
        var rows = all.stream().skip(paging.offset()).limit(paging.size()).toList();
        return new Slice<>(rows, all.size(), paging);
    }
}
