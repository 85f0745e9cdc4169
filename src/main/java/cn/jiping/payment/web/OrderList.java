package cn.jiping.payment.web;

import cn.jiping.payment.OrderFilter;
import cn.jiping.payment.OrderStatus;
import cn.jiping.shared.DivisionCode;
import cn.jiping.shared.Paging;
import cn.jiping.web.SearchText;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a request asks of a list of orders; what is no state, session, city or column counts as not
 * said.
 */
record OrderList(
        @Nullable String q,
        @Nullable String status,
        @Nullable String session,
        @Nullable String city,
        @Nullable String sort,
        @Nullable Integer page,
        @Nullable Integer size) {
    private static final String NEWEST_FIRST = "-opened";
    private static final int USUAL_SIZE = 20;

    public OrderFilter filter() {
        var descending = order().startsWith("-");
        return new OrderFilter(
                text(),
                statusAsked(),
                sessionAsked(),
                cityAsked(),
                column(order().substring(descending ? 1 : 0)),
                descending);
    }

    public String text() {
        return SearchText.of(q);
    }

    public String order() {
        return sort == null || sort.isBlank() ? NEWEST_FIRST : sort;
    }

    public @Nullable OrderStatus statusAsked() {
        return Stream.of(OrderStatus.values())
                .filter(each -> each.name().equals(status))
                .findAny()
                .orElse(null);
    }

    public @Nullable UUID sessionAsked() {
        return Asked.uuid(session);
    }

    public @Nullable DivisionCode cityAsked() {
        try {
            return city == null ? null : new DivisionCode(city);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static OrderFilter.Column column(String name) {
        return Stream.of(OrderFilter.Column.values())
                .filter(each -> each.name().toLowerCase(Locale.ROOT).equals(name))
                .findAny()
                .orElse(OrderFilter.Column.OPENED);
    }

    public Paging paging() {
        return Paging.within(page == null ? 1 : page, size == null ? USUAL_SIZE : size);
    }
}
