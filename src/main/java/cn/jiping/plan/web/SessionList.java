package cn.jiping.plan.web;

import cn.jiping.plan.SessionFilter;
import cn.jiping.plan.SessionStatus;
import cn.jiping.shared.Paging;
import cn.jiping.web.Asked;
import cn.jiping.web.SearchText;
import cn.jiping.web.Sorting;
import org.jspecify.annotations.Nullable;

/** What a request asks of a list of sessions; an unknown state or column counts as not said. */
record SessionList(
        @Nullable String q,
        @Nullable String status,
        @Nullable String sort,
        @Nullable Integer page,
        @Nullable Integer size) {
    private static final String LATEST_FIRST = "-exam";
    private static final int USUAL_SIZE = 20;

    SessionFilter filter() {
        var sorting = Sorting.of(order(), SessionFilter.Column.EXAM);
        return new SessionFilter(text(), stateAsked(), sorting.column(), sorting.descending());
    }

    public String text() {
        return SearchText.of(q);
    }

    public String order() {
        return sort == null || sort.isBlank() ? LATEST_FIRST : sort;
    }

    public @Nullable SessionStatus stateAsked() {
        return Asked.one(SessionStatus.class, status);
    }

    Paging paging() {
        return Paging.within(page == null ? 1 : page, size == null ? USUAL_SIZE : size);
    }
}
