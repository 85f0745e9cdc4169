package cn.jiping.payment.web;

import cn.jiping.payment.OrderFilter;
import cn.jiping.payment.OrderStatus;
import cn.jiping.shared.DivisionCode;
import cn.jiping.shared.Paging;
import cn.jiping.web.Asked;
import cn.jiping.web.SearchText;
import cn.jiping.web.Sorting;
import java.util.UUID;
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
        var sorting = Sorting.of(order(), OrderFilter.Column.OPENED);
        return new OrderFilter(
                text(),
                statusAsked(),
                sessionAsked(),
                cityAsked(),
                sorting.column(),
                sorting.descending());
    }

    public String text() {
        return SearchText.of(q);
    }

    public String order() {
        return sort == null || sort.isBlank() ? NEWEST_FIRST : sort;
    }

    public @Nullable OrderStatus statusAsked() {
        return Asked.one(OrderStatus.class, status);
    }

    public @Nullable UUID sessionAsked() {
        return Asked.uuid(session);
    }

    public @Nullable DivisionCode cityAsked() {
        return Asked.division(city);
    }

    public Paging paging() {
        return Paging.within(page == null ? 1 : page, size == null ? USUAL_SIZE : size);
    }
}
