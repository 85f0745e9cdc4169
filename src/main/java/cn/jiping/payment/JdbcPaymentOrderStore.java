package cn.jiping.payment;

import cn.jiping.database.Columns;
import cn.jiping.database.ScopeColumns;
import cn.jiping.database.SourceColumns;
import cn.jiping.shared.AccountId;
import cn.jiping.shared.Scope;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcPaymentOrderStore implements PaymentOrderStore {
    private final JdbcClient jdbc;
    private final JdbcMoneyMoved moved;

    JdbcPaymentOrderStore(JdbcClient jdbc, JdbcMoneyMoved moved) {
        this.jdbc = jdbc;
        this.moved = moved;
    }

    @Override
    public boolean insert(PaymentOrder order) {
        var terms = order.terms();
        var inserted =
                jdbc.sql(
                                """
                                insert into payment.payment_order (session_id, id, client_key, number,
                                    about_type, about_id, session_title, payer_id, payer_name, city,
                                    city_name, amount, pay_until, source_document, source_clause,
                                    source_practice, status, opened_at)
                                values (:session, :id, :key, :number, :about_type, :about_id, :title,
                                    :payer, :payer_name, :city, :city_name, :amount, :pay_until,
                                    :source_document, :source_clause, :source_practice, :status, :at)
                                on conflict do nothing
                                """)
                        .params(key(order))
                        .param("key", terms.key())
                        .param("number", order.number())
                        .param("about_type", terms.about().type())
                        .param("about_id", terms.about().id())
                        .param("title", terms.session().title())
                        .param("payer", terms.payer().person().value())
                        .param("payer_name", terms.payer().name())
                        .param("city", terms.payee().city().value())
                        .param("city_name", terms.payee().name())
                        .param("amount", terms.total().fen())
                        .param("pay_until", terms.term().payUntil())
                        .params(SourceColumns.cited(terms.term().source()))
                        .param("status", order.status().name())
                        .param("at", Columns.at(order.openedAt()))
                        .update();
        if (inserted == 1) {
            insertLines(order);
            insertPlaces(order);
        }
        return inserted == 1;
    }

    private void insertLines(PaymentOrder order) {
        var lines = order.terms().lines();
        var sources = lines.stream().map(FeeLine::source).map(SourceColumns::cited).toList();
        jdbc.sql(
                        """
                        insert into payment.order_line (session_id, order_id, item, amount,
                            source_document, source_clause, source_practice)
                        select :session, :id, line.* from unnest(cast(:items as text[]),
                            cast(:amounts as bigint[]), cast(:documents as text[]),
                            cast(:clauses as text[]), cast(:practices as text[])) line
                        """)
                .params(key(order))
                .param(
                        "items",
                        lines.stream().map(line -> line.item().name()).toArray(String[]::new))
                .param(
                        "amounts",
                        lines.stream().map(line -> line.amount().fen()).toArray(Long[]::new))
                .param("documents", each(sources, "source_document"))
                .param("clauses", each(sources, "source_clause"))
                .param("practices", each(sources, "source_practice"))
                .update();
    }

    private static @Nullable Object[] each(
            List<Map<String, @Nullable Object>> sources, String column) {
        return sources.stream().map(source -> source.get(column)).toArray(String[]::new);
    }

    private void insertPlaces(PaymentOrder order) {
        var terms = order.terms();
        jdbc.sql(
                        """
                        with place as (
                            insert into payment.order_place (order_id, session_id)
                            values (:id, :session)),
                        own as (
                            insert into payment.order_of_person (person_id, session_id, order_id)
                            values (:person, :session, :id))
                        insert into payment.session_city (session_id, city, session_title, city_name)
                        values (:session, :city, :title, :name)
                        on conflict do nothing
                        """)
                .params(key(order))
                .param("person", terms.payer().person().value())
                .param("city", terms.payee().city().value())
                .param("title", terms.session().title())
                .param("name", terms.payee().name())
                .update();
    }

    private static Map<String, Object> key(PaymentOrder order) {
        return JdbcMoneyMoved.key(order);
    }

    @Override
    public Optional<OrderId> loadId(UUID session, String key) {
        return jdbc.sql(
                        """
                        select id from payment.payment_order
                        where session_id = :session and client_key = :key
                        """)
                .param("session", session)
                .param("key", key)
                .query((row, _) -> new OrderId(Columns.uuid(row, "id")))
                .optional();
    }

    @Override
    public Optional<PaymentOrder> find(Scope scope, OrderId id) {
        var rows =
                jdbc.sql(JdbcOrderRow.whole(JdbcVisibility.SEES))
                        .param("id", id.value())
                        .params(ScopeColumns.parameters(scope))
                        .query((row, _) -> JdbcOrderRow.of(row))
                        .list();
        return order(rows);
    }

    /**
     * An open order has no money. That of another may have come in while the lock was waited for,
     * and the statement that waited does not see it: it is read after.
     */
    @Override
    public Optional<PaymentOrder> lock(OrderId id) {
        var locked = order(rows(JdbcOrderRow.LOCKED, id));
        return locked.isEmpty() || locked.get().status() == OrderStatus.OPEN
                ? locked
                : order(rows(JdbcOrderRow.whole("true"), id));
    }

    private List<JdbcOrderRow> rows(String sql, OrderId id) {
        return jdbc.sql(sql).param("id", id.value()).query((row, _) -> JdbcOrderRow.of(row)).list();
    }

    private Optional<PaymentOrder> order(List<JdbcOrderRow> rows) {
        return rows.stream()
                .findFirst()
                .map(first ->
                        first.order(
                                rows,
                                first.refunded()
                                        ? moved.refunds(first.session(), first.id())
                                        : List.of()));
    }

    @Override
    public void update(PaymentOrder order) {
        var ending = order.ending();
        jdbc.sql(
                        """
                        update payment.payment_order
                        set status = :status, paid_at = :paid_at, ended_at = :ended_at,
                            ended_reason = :reason
                        where session_id = :session and id = :id
                        """)
                .params(key(order))
                .param("status", order.status().name())
                .param("paid_at", Columns.at(order.paying().map(Receipt::arrivedAt).orElse(null)))
                .param("ended_at", Columns.at(ending == null ? null : ending.at()))
                .param("reason", ending == null ? null : ending.reason())
                .update();
        moved.save(order);
    }

    @Override
    public boolean claim(PaymentOrder order, String gatewayNumber) {
        return jdbc.sql(
                                """
                                insert into payment.gateway_number (number, session_id, order_id)
                                values (:number, :session, :id) on conflict do nothing
                                """)
                        .params(key(order))
                        .param("number", gatewayNumber)
                        .update()
                == 1;
    }

    @Override
    public Optional<UUID> loadAttempt(PaymentOrder order) {
        return jdbc.sql(
                        """
                        select id from payment.attempt
                        where session_id = :session and order_id = :id and failed_at is null
                        order by id desc limit 1
                        """)
                .params(key(order))
                .query((row, _) -> Columns.uuid(row, "id"))
                .optional();
    }

    @Override
    public void addAttempt(PaymentOrder order, UUID attempt, @Nullable AccountId by, Instant at) {
        jdbc.sql(
                        """
                        insert into payment.attempt (session_id, order_id, id, account_id, started_at)
                        values (:session, :id, :attempt, :account, :at)
                        """)
                .params(key(order))
                .param("attempt", attempt)
                .param("account", by == null ? null : by.value())
                .param("at", Columns.at(at))
                .update();
    }

    @Override
    public boolean failAttempt(PaymentOrder order, UUID attempt, Instant at) {
        return jdbc.sql(
                                """
                                update payment.attempt set failed_at = :at
                                where session_id = :session and order_id = :id and id = :attempt
                                    and failed_at is null
                                """)
                        .params(key(order))
                        .param("attempt", attempt)
                        .param("at", Columns.at(at))
                        .update()
                == 1;
    }

    @Override
    public List<OrderId> loadOverdue(LocalDate day, int most) {
        return jdbc.sql(
                        """
                        select id from payment.payment_order
                        where status = 'OPEN' and pay_until < :day
                        order by pay_until, session_id, id limit :most
                        """)
                .param("day", day)
                .param("most", most)
                .query((row, _) -> new OrderId(Columns.uuid(row, "id")))
                .list();
    }

    @Override
    public Optional<LocalDate> loadNextTerm(LocalDate from) {
        return jdbc.sql(
                        """
                        select pay_until from payment.payment_order
                        where status = 'OPEN' and pay_until >= :from
                        order by pay_until limit 1
                        """)
                .param("from", from)
                .query((row, _) -> Columns.date(row, "pay_until"))
                .optional();
    }

    @Override
    public List<PaymentGateway.Return> loadUnsent(int most) {
        return moved.unsent(most);
    }

    @Override
    public List<PaymentGateway.Return> loadUnsent(PaymentOrder order) {
        return moved.unsent(order);
    }

    @Override
    public void markSent(PaymentGateway.Return back, Instant at) {
        moved.markSent(back, at);
    }
}
