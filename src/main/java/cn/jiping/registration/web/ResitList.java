package cn.jiping.registration.web;

import cn.jiping.payment.FeeItem;
import cn.jiping.plan.SessionId;
import cn.jiping.registration.ResitFilter;
import cn.jiping.shared.Paging;
import cn.jiping.web.SearchText;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a request asks of the list of resits; what is no session, subject or column is not said. */
record ResitList(
        @Nullable String q,
        @Nullable String session,
        @Nullable String subject,
        @Nullable String sort,
        @Nullable Integer page,
        @Nullable Integer size) {
    private static final int USUAL_SIZE = 20;

    ResitFilter filter() {
        var descending = order().startsWith("-");
        return new ResitFilter(
                text(),
                sessionAsked(),
                subjectAsked(),
                column(order().substring(descending ? 1 : 0)),
                descending);
    }

    public String text() {
        return SearchText.of(q);
    }

    public String order() {
        return sort == null || sort.isBlank() ? "name" : sort;
    }

    public @Nullable SessionId sessionAsked() {
        return Fields.session(session);
    }

    public @Nullable FeeItem subjectAsked() {
        return Fields.find(subject, FeeItem.class).orElse(null);
    }

    private static ResitFilter.Column column(String name) {
        return Stream.of(ResitFilter.Column.values())
                .filter(each -> each.name().toLowerCase(Locale.ROOT).equals(name))
                .findAny()
                .orElse(ResitFilter.Column.NAME);
    }

    public Paging paging() {
        return Paging.within(page == null ? 1 : page, size == null ? USUAL_SIZE : size);
    }
}
