package cn.jiping.score.web;

import cn.jiping.score.ResultFilter;
import cn.jiping.score.ResultState;
import cn.jiping.shared.Paging;
import cn.jiping.web.Asked;
import cn.jiping.web.SearchText;
import cn.jiping.web.Sorting;
import org.jspecify.annotations.Nullable;

/** What a request asks of a list of results; an unknown state or column counts as not said. */
record ResultList(
        @Nullable String q,
        @Nullable String state,
        @Nullable String sort,
        @Nullable Integer page,
        @Nullable Integer size) {
    private static final String BY_OCCUPATION = "occupation";
    private static final int USUAL_SIZE = 20;

    ResultFilter filter() {
        var sorting = Sorting.of(order(), ResultFilter.Column.OCCUPATION);
        return new ResultFilter(text(), stateAsked(), sorting.column(), sorting.descending());
    }

    public String text() {
        return SearchText.of(q);
    }

    public String order() {
        return sort == null || sort.isBlank() ? BY_OCCUPATION : sort;
    }

    public @Nullable ResultState stateAsked() {
        return Asked.one(ResultState.class, state);
    }

    Paging paging() {
        return Paging.within(page == null ? 1 : page, size == null ? USUAL_SIZE : size);
    }
}
