package cn.jiping.plan;

import org.jspecify.annotations.Nullable;

/**
 * 筛选和排序.
 *
 * @param text part of the title or the code
 */
public record SessionFilter(
        String text, @Nullable SessionStatus status, Column column, boolean descending) {

    /** The latest first. */
    public static SessionFilter everything() {
        return new SessionFilter("", null, Column.EXAM, true);
    }

    /** What a list is sorted by. */
    public enum Column {
        TITLE,
        STATUS,
        REGISTRATION,
        EXAM
    }
}
