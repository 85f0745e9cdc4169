package cn.jiping.draw.web;

import cn.jiping.draw.DrawFilter;
import cn.jiping.draw.DrawStatus;
import cn.jiping.shared.Paging;
import cn.jiping.web.Asked;
import cn.jiping.web.SearchText;
import cn.jiping.web.Sorting;
import org.jspecify.annotations.Nullable;

/** What a request asks of a list of draws; an unknown state or column counts as not said. */
record DrawList(
        @Nullable String q,
        @Nullable String status,
        @Nullable String sort,
        @Nullable Integer page,
        @Nullable Integer size) {
    private static final String NEWEST_FIRST = "-announced";
    private static final int USUAL_SIZE = 20;

    public DrawFilter filter() {
        var sorting = Sorting.of(order(), DrawFilter.Column.ANNOUNCED);
        return DrawFilter.of(text(), stateAsked(), sorting.column(), sorting.descending());
    }

    public String text() {
        return SearchText.of(q);
    }

    public String order() {
        return sort == null || sort.isBlank() ? NEWEST_FIRST : sort;
    }

    public @Nullable DrawStatus stateAsked() {
        return Asked.one(DrawStatus.class, status);
    }

    public Paging paging() {
        return Paging.within(page == null ? 1 : page, size == null ? USUAL_SIZE : size);
    }
}
