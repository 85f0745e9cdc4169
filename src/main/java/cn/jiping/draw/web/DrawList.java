package cn.jiping.draw.web;

import cn.jiping.draw.DrawFilter;
import cn.jiping.draw.DrawStatus;
import cn.jiping.shared.Paging;
import cn.jiping.web.SearchText;
import java.util.Locale;
import java.util.stream.Stream;
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
        var descending = order().startsWith("-");
        return DrawFilter.of(
                text(), stateAsked(), column(order().substring(descending ? 1 : 0)), descending);
    }

    public String text() {
        return SearchText.of(q);
    }

    public String order() {
        return sort == null || sort.isBlank() ? NEWEST_FIRST : sort;
    }

    public @Nullable DrawStatus stateAsked() {
        return Stream.of(DrawStatus.values())
                .filter(each -> each.name().equals(status))
                .findAny()
                .orElse(null);
    }

    private static DrawFilter.Column column(String name) {
        return Stream.of(DrawFilter.Column.values())
                .filter(each -> each.name().toLowerCase(Locale.ROOT).equals(name))
                .findAny()
                .orElse(DrawFilter.Column.ANNOUNCED);
    }

    public Paging paging() {
        return Paging.within(page == null ? 1 : page, size == null ? USUAL_SIZE : size);
    }
}
