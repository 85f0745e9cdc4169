package cn.jiping.institution.web;

import cn.jiping.institution.SiteFilter;
import cn.jiping.institution.SiteUse;
import cn.jiping.shared.Paging;
import cn.jiping.web.Asked;
import cn.jiping.web.SearchText;
import cn.jiping.web.Sorting;
import org.jspecify.annotations.Nullable;

/** What a request asks of the list of sites; an unknown use or column counts as not said. */
record SiteList(
        @Nullable String q,
        @Nullable String use,
        @Nullable String closed,
        @Nullable String sort,
        @Nullable Integer page,
        @Nullable Integer size) {
    private static final String BY_NAME = "name";
    private static final int USUAL_SIZE = 20;

    SiteFilter filter() {
        var sorting = Sorting.of(order(), SiteFilter.Column.NAME);
        return new SiteFilter(
                text(), useAsked(), closedToo(), sorting.column(), sorting.descending());
    }

    public String text() {
        return SearchText.of(q);
    }

    public String order() {
        return sort == null || sort.isBlank() ? BY_NAME : sort;
    }

    public boolean closedToo() {
        return "true".equals(closed);
    }

    public @Nullable SiteUse useAsked() {
        return Asked.one(SiteUse.class, use);
    }

    Paging paging() {
        return Paging.within(page == null ? 1 : page, size == null ? USUAL_SIZE : size);
    }
}
