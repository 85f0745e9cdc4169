package cn.jiping.payment;

import cn.jiping.database.Columns;
import cn.jiping.database.SourceColumns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The money of an order: what came in and what goes back. */
@Component
class JdbcMoneyMoved {
    private static final String UNSENT =
            """
            select order_id, id, receipt_number, amount from payment.refund
            where sent_at is null and done_at is null
            """;

    private final JdbcClient jdbc;

    JdbcMoneyMoved(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    static Map<String, Object> key(PaymentOrder order) {
        return Map.of("session", order.terms().session().id(), "id", order.id().value());
    }

    void save(PaymentOrder order) {
        order.receipts().forEach(receipt -> save(order, receipt));
        order.refunds().forEach(refund -> save(order, refund));
    }

    private void save(PaymentOrder order, Receipt receipt) {
        jdbc.sql(
                        """
                        insert into payment.receipt (session_id, order_id, number, attempt_id, amount,
                            paid_at, arrived_at)
                        values (:session, :id, :number, :attempt, :amount, :paid_at, :arrived_at)
                        on conflict do nothing
                        """)
                .params(key(order))
                .param("number", receipt.number())
                .param("attempt", receipt.attempt())
                .param("amount", receipt.amount().fen())
                .param("paid_at", Columns.at(receipt.paidAt()))
                .param("arrived_at", Columns.at(receipt.arrivedAt()))
                .update();
    }

    private void save(PaymentOrder order, Refund refund) {
        var done = refund.done();
        jdbc.sql(
                        """
                        insert into payment.refund (session_id, order_id, id, receipt_number, amount,
                            of_the_fee, reason, source_document, source_clause, source_practice,
                            requested_at, number, refunded_at, done_at)
                        values (:session, :id, :refund, :of, :amount, :of_the_fee, :reason,
                            :source_document, :source_clause, :source_practice, :requested_at,
                            :number, :refunded_at, :done_at)
                        on conflict (session_id, order_id, id) do update
                        set number = excluded.number, refunded_at = excluded.refunded_at,
                            done_at = excluded.done_at
                        """)
                .params(key(order))
                .param("refund", refund.id())
                .param("of", refund.of())
                .param("amount", refund.amount().fen())
                .param("of_the_fee", refund.ofTheFee())
                .param("reason", refund.reason())
                .params(SourceColumns.cited(refund.source()))
                .param("requested_at", Columns.at(refund.requestedAt()))
                .param("number", done == null ? null : done.number())
                .param("refunded_at", Columns.at(done == null ? null : done.refundedAt()))
                .param("done_at", Columns.at(done == null ? null : done.at()))
                .update();
    }

    List<Refund> refunds(UUID session, OrderId order) {
        return jdbc.sql(
                        """
                        select * from payment.refund
                        where session_id = :session and order_id = :id order by requested_at, id
                        """)
                .param("session", session)
                .param("id", order.value())
                .query((row, _) -> refund(row))
                .list();
    }

    private static Refund refund(ResultSet row) throws SQLException {
        return new Refund(
                Columns.uuid(row, "id"),
                Columns.text(row, "receipt_number"),
                new Money(row.getLong("amount")),
                row.getBoolean("of_the_fee"),
                Columns.text(row, "reason"),
                SourceColumns.source(row),
                Columns.instant(row, "requested_at"),
                done(row));
    }

    private static Refund.@Nullable Done done(ResultSet row) throws SQLException {
        var at = Columns.instantOrNull(row, "done_at");
        return at == null
                ? null
                : new Refund.Done(
                        Columns.text(row, "number"), Columns.instant(row, "refunded_at"), at);
    }

    List<PaymentGateway.Return> unsent(int most) {
        return jdbc.sql(UNSENT + " order by requested_at, id limit :most")
                .param("most", most)
                .query((row, _) -> back(row))
                .list();
    }

    List<PaymentGateway.Return> unsent(PaymentOrder order) {
        return jdbc.sql(UNSENT + " and session_id = :session and order_id = :id")
                .params(key(order))
                .query((row, _) -> back(row))
                .list();
    }

    private static PaymentGateway.Return back(ResultSet row) throws SQLException {
        return new PaymentGateway.Return(
                Columns.uuid(row, "id"),
                new OrderId(Columns.uuid(row, "order_id")),
                Columns.text(row, "receipt_number"),
                new Money(row.getLong("amount")));
    }

    void markSent(PaymentGateway.Return back, Instant at) {
        jdbc.sql(
                        """
                        update payment.refund set sent_at = :at
                        where order_id = :order and id = :id and sent_at is null
                            and session_id =
                                (select p.session_id from payment.order_place p where p.order_id = :order)
                        """)
                .param("order", back.order().value())
                .param("id", back.id())
                .param("at", Columns.at(at))
                .update();
    }
}
