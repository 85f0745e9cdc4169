package cn.jiping.plan.web;

import cn.jiping.plan.SessionFilter;
import cn.jiping.plan.SessionStatus;
import cn.jiping.shared.Paging;
import cn.jiping.web.SearchText;
import java.util.Locale;
import java.util.stream.Stream;
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
        var descending = order().startsWith("-");
        return new SessionFilter(
                text(), stateAsked(), column(order().substring(descending ? 1 : 0)), descending);
    }

    public String text() {
        return SearchText.of(q);
    }

    public String order() {
        return sort == null || sort.isBlank() ? LATEST_FIRST : sort;
    }

    public @Nullable SessionStatus stateAsked() {
        return Stream.of(SessionStatus.values())
                .filter(each -> each.name().equals(status))
                .findAny()
                .orElse(null);
    }

    private static SessionFilter.Column column(String name) {
        return Stream.of(SessionFilter.Column.values())
                .filter(each -> each.name().toLowerCase(Locale.ROOT).equals(name))
                .findAny()
                .orElse(SessionFilter.Column.EXAM);
    }

    Paging paging() {
        return Paging.within(page == null ? 1 : page, size == null ? USUAL_SIZE : size);
    }
}
