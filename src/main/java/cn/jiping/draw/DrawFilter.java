package cn.jiping.draw;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * 筛选和排序.
 *
 * @param text part of the number, the title or the subject
 * @param openAt only those open to everybody at this instant
 */
public record DrawFilter(
        String text,
        @Nullable DrawStatus status,
        Column column,
        boolean descending,
        @Nullable Instant openAt) {

    public static DrawFilter everything() {
        return of("", null, Column.ANNOUNCED, true);
    }

    public static DrawFilter of(
            String text, @Nullable DrawStatus status, Column column, boolean descending) {
        return new DrawFilter(text, status, column, descending, null);
    }

    DrawFilter openAt(Instant instant) {
        return new DrawFilter(text, status, column, descending, instant);
    }

    /** What a list is sorted by. */
    public enum Column {
        ANNOUNCED,
        TITLE,
        SUBJECT,
        STATUS,
        DUE
    }
}
