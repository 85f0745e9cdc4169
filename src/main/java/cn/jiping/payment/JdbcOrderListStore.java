package cn.jiping.payment;

import cn.jiping.database.Columns;
import cn.jiping.database.PagedRows;
import cn.jiping.database.ScopeColumns;
import cn.jiping.shared.Paging;
import cn.jiping.shared.PersonId;
import cn.jiping.shared.Scope;
import cn.jiping.shared.Slice;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcOrderListStore implements OrderListStore {
    private static final String COLUMNS =
            """
            select id, number, session_title, payer_name, city_name, amount, status, opened_at,
                pay_until, paid_at
            """;
    private static final String MATCHING =
            " from payment.payment_order where "
                    + JdbcVisibility.SEES
                    + """
                     and (:text = '' or number ilike :like or payer_name ilike :like)
                     and (cast(:status as text) is null or status = :status)
                     and (cast(:session as uuid) is null or session_id = :session)
                     and (cast(:city as text) is null or city = :city)
                    """;

    private final JdbcClient jdbc;

    JdbcOrderListStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Slice<OrderRow> list(Scope scope, OrderFilter filter, Paging paging) {
        return matching(scope, filter).page(paging);
    }

    @Override
    public void export(Scope scope, OrderFilter filter, Consumer<OrderRow> each) {
        matching(scope, filter).each(each);
    }

    private PagedRows<OrderRow> matching(Scope scope, OrderFilter filter) {
        return new PagedRows<>(
                jdbc,
                COLUMNS,
                MATCHING,
                narrowed(scope, filter),
                order(filter),
                (row, _) -> row(row));
    }

    @Override
    public List<OrderRow> listOf(Scope scope, PersonId payer) {
        return jdbc.sql(
                        """
                        select o.id, o.number, o.session_title, o.payer_name, o.city_name, o.amount,
                            o.status, o.opened_at, o.pay_until, o.paid_at
                        from payment.order_of_person p
                        join payment.payment_order o
                            on o.session_id = p.session_id and o.id = p.order_id
                        where p.person_id = :person and (:everywhere or o.city = any(:divisions)
                            or o.payer_id = any(:persons))
                        order by o.opened_at desc, o.id desc
                        """)
                .param("person", payer.value())
                .params(ScopeColumns.parameters(scope))
                .query((row, _) -> row(row))
                .list();
    }

    @Override
    public List<OrderDraft.Session> listSessions(Scope scope) {
        return jdbc.sql(
                        "select distinct session_id, session_title from payment.session_city where "
                                + JdbcVisibility.SEES_CITY
                                + " order by session_title, session_id")
                .params(ScopeColumns.parameters(scope))
                .query((row, _) -> JdbcPrinted.session(row))
                .list();
    }

    @Override
    public List<OrderDraft.Payee> listCities(Scope scope) {
        return jdbc.sql(
                        "select distinct city, city_name from payment.session_city where "
                                + JdbcVisibility.SEES_CITY
                                + " order by city")
                .params(ScopeColumns.parameters(scope))
                .query((row, _) -> JdbcPrinted.city(row))
                .list();
    }

    private static String order(OrderFilter filter) {
        var column =
                switch (filter.column()) {
                    case OPENED -> " order by opened_at";
                    case PAYER -> " order by payer_name";
                    case AMOUNT -> " order by amount";
                    case STATUS -> " order by status";
                    case UNTIL -> " order by pay_until";
                };
        return column + (filter.descending() ? " desc, id desc" : ", id");
    }

    private static Map<String, @Nullable Object> narrowed(Scope scope, OrderFilter filter) {
        var text = filter.text().strip();
        var status = filter.status();
        var city = filter.city();
        var params = new HashMap<String, @Nullable Object>(ScopeColumns.parameters(scope));
        params.put("text", text);
        params.put("like", Columns.containing(text));
        params.put("status", status == null ? null : status.name());
        params.put("session", filter.session());
        params.put("city", city == null ? null : city.value());
        return params;
    }

    private static OrderRow row(ResultSet row) throws SQLException {
        return new OrderRow(
                new OrderId(Columns.uuid(row, "id")),
                Columns.text(row, "number"),
                Columns.text(row, "session_title"),
                Columns.text(row, "payer_name"),
                Columns.text(row, "city_name"),
                new Money(row.getLong("amount")),
                OrderStatus.valueOf(Columns.text(row, "status")),
                Columns.instant(row, "opened_at"),
                Columns.date(row, "pay_until"),
                Columns.instantOrNull(row, "paid_at"));
    }
}
