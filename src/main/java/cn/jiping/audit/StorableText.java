package cn.jiping.audit;

/**
 * Text that PostgreSQL can hold and that reads back the same: no NUL, no half of a surrogate pair.
 * An act must be recorded whatever somebody typed.
 */
final class StorableText {
    private static final int LONGEST_IDENTIFIER = 200;
    private static final char REPLACEMENT = '\uFFFD';

    private StorableText() {}

    static String of(String text) {
        return text.codePoints().anyMatch(StorableText::unstorable)
                ? text.codePoints()
                        .map(point -> unstorable(point) ? REPLACEMENT : point)
                        .collect(
                                StringBuilder::new,
                                StringBuilder::appendCodePoint,
                                StringBuilder::append)
                        .toString()
                : text;
    }

    /** Cut to what an index can hold: a subject may be named by what a stranger typed. */
    static String identifier(String text) {
        var storable = of(text);
        return storable.codePointCount(0, storable.length()) <= LONGEST_IDENTIFIER
                ? storable
                : storable.substring(0, storable.offsetByCodePoints(0, LONGEST_IDENTIFIER));
    }

    private static boolean unstorable(int point) {
        return point == 0 || (point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE);
    }
}
