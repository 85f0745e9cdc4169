package cn.jiping.payment;

import cn.jiping.database.Columns;
import cn.jiping.database.ScopeColumns;
import cn.jiping.shared.Scope;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcReconciliationStore implements ReconciliationStore {
    private final JdbcClient jdbc;

    JdbcReconciliationStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Reconciliation.Moved> listMoved(Scope scope, Instant from, Instant before) {
        return jdbc.sql(
                        """
                        select m.number, m.refund, m.order_id, m.amount, m.at
                        from (select session_id, order_id, number, false as refund, amount,
                                  paid_at as at
                              from payment.receipt where paid_at >= :from and paid_at < :before
                              union all
                              select session_id, order_id, number, true, amount, refunded_at
                              from payment.refund
                              where refunded_at >= :from and refunded_at < :before) m
                        join payment.payment_order o
                            on o.session_id = m.session_id and o.id = m.order_id
                        where (:everywhere or o.city = any(:divisions))
                        order by m.at, m.number
                        """)
                .param("from", Columns.at(from))
                .param("before", Columns.at(before))
                .params(ScopeColumns.parameters(scope))
                .query((row, _) -> moved(row))
                .list();
    }

    @Override
    public List<Reconciliation.Moved> loadMoved(Collection<String> numbers) {
        return jdbc.sql(
                        """
                        select number, false as refund, order_id, amount, paid_at as at
                        from payment.receipt where number = any(:numbers)
                        union all
                        select number, true, order_id, amount, refunded_at
                        from payment.refund where number = any(:numbers)
                        """)
                .param("numbers", Columns.texts(numbers))
                .query((row, _) -> moved(row))
                .list();
    }

    @Override
    public List<OrderId> loadOutside(Scope scope, Collection<OrderId> orders) {
        return jdbc.sql(
                        """
                        select o.id
                        from payment.order_place p
                        join payment.payment_order o
                            on o.session_id = p.session_id and o.id = p.order_id
                        where p.order_id = any(:orders)
                            and not (:everywhere or o.city = any(:divisions))
                        """)
                .param("orders", Columns.uuids(orders.stream().map(OrderId::value).toList()))
                .params(ScopeColumns.parameters(scope))
                .query((row, _) -> new OrderId(Columns.uuid(row, "id")))
                .list();
    }

    private static Reconciliation.Moved moved(ResultSet row) throws SQLException {
        return new Reconciliation.Moved(
                Columns.text(row, "number"),
                row.getBoolean("refund"),
                new OrderId(Columns.uuid(row, "order_id")),
                new Money(row.getLong("amount")),
                Columns.instant(row, "at"));
    }
}
