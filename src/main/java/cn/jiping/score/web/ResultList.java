package cn.jiping.score.web;

import cn.jiping.score.ResultFilter;
import cn.jiping.score.ResultState;
import cn.jiping.shared.Paging;
import cn.jiping.web.SearchText;
import java.util.Locale;
import java.util.stream.Stream;
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
        var descending = order().startsWith("-");
        return new ResultFilter(
                text(), stateAsked(), column(order().substring(descending ? 1 : 0)), descending);
    }

    public String text() {
        return SearchText.of(q);
    }

    public String order() {
        return sort == null || sort.isBlank() ? BY_OCCUPATION : sort;
    }

    public @Nullable ResultState stateAsked() {
        return Stream.of(ResultState.values())
                .filter(each -> each.name().equals(state))
                .findAny()
                .orElse(null);
    }

    private static ResultFilter.Column column(String name) {
        return Stream.of(ResultFilter.Column.values())
                .filter(each -> each.name().toLowerCase(Locale.ROOT).equals(name))
                .findAny()
                .orElse(ResultFilter.Column.OCCUPATION);
    }

    Paging paging() {
        return Paging.within(page == null ? 1 : page, size == null ? USUAL_SIZE : size);
    }
}
