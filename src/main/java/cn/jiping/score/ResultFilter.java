package cn.jiping.score;

import org.jspecify.annotations.Nullable;

/**
 * 筛选和排序.
 *
 * @param text part of a name or an occupation
 */
public record ResultFilter(
        String text, @Nullable ResultState state, Column column, boolean descending) {

    /** What a list is sorted by. */
    public enum Column {
        NAME,
        OCCUPATION,
        OUTCOME
    }
}
