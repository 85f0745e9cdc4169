package cn.jiping.institution;

import org.jspecify.annotations.Nullable;

/** 考点查找: what a list of sites is narrowed to; null leaves out the condition. */
public record SiteFilter(
        String text, @Nullable SiteUse use, boolean closedToo, Column column, boolean descending) {

    /** What a list is ordered by. */
    public enum Column {
        NAME,
        DIVISION,
        SEATS
    }

    /** All that are in use, by name. */
    public static SiteFilter all() {
        return new SiteFilter("", null, false, Column.NAME, false);
    }
}
