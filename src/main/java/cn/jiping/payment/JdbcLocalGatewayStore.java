package cn.jiping.payment;

import cn.jiping.database.Columns;
import cn.jiping.payment.LocalGateway.LocalPayment;
import cn.jiping.payment.LocalGateway.State;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcLocalGatewayStore implements LocalGatewayStore {
    private final JdbcClient jdbc;

    JdbcLocalGatewayStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void add(PaymentGateway.Attempt attempt) {
        jdbc.sql(
                        """
                        insert into payment.local_payment (attempt_id, order_id, order_number, title,
                            amount, back, state)
                        values (:attempt, :order, :number, :title, :amount, :back, 'WAITING')
                        on conflict do nothing
                        """)
                .param("attempt", attempt.id())
                .param("order", attempt.order().value())
                .param("number", attempt.number())
                .param("title", attempt.title())
                .param("amount", attempt.amount().fen())
                .param("back", attempt.back())
                .update();
    }

    @Override
    public Optional<LocalPayment> load(UUID attempt) {
        return jdbc.sql("select * from payment.local_payment where attempt_id = :attempt")
                .param("attempt", attempt)
                .query((row, _) ->
                        new LocalPayment(
                                new PaymentGateway.Attempt(
                                        attempt,
                                        new OrderId(Columns.uuid(row, "order_id")),
                                        Columns.text(row, "order_number"),
                                        Columns.text(row, "title"),
                                        new Money(row.getLong("amount")),
                                        Columns.text(row, "back")),
                                State.valueOf(Columns.text(row, "state"))))
                .optional();
    }

    @Override
    public boolean decide(UUID attempt, State state, Instant at) {
        return jdbc.sql(
                                """
                                update payment.local_payment set state = :state, decided_at = :at
                                where attempt_id = :attempt and state = 'WAITING'
                                """)
                        .param("attempt", attempt)
                        .param("state", state.name())
                        .param("at", Columns.at(at))
                        .update()
                == 1;
    }

    @Override
    public boolean addRefund(PaymentGateway.Return back, Instant at) {
        return jdbc.sql(
                                """
                                insert into payment.local_refund (id, order_id, amount, refunded_at)
                                values (:id, :order, :amount, :at) on conflict do nothing
                                """)
                        .param("id", back.id())
                        .param("order", back.order().value())
                        .param("amount", back.amount().fen())
                        .param("at", Columns.at(at))
                        .update()
                == 1;
    }

    @Override
    public void queue(CallBack callBack, Instant sendAt) {
        jdbc.sql(
                        """
                        insert into payment.local_call_back (id, body, signature, send_at)
                        values (:id, :body, :signature, :at)
                        """)
                .param("id", callBack.id())
                .param("body", callBack.body())
                .param("signature", callBack.signature())
                .param("at", Columns.at(sendAt))
                .update();
    }

    @Override
    public List<CallBack> loadWaiting(Instant now, int most) {
        return jdbc.sql(
                        """
                        select id, body, signature from payment.local_call_back
                        where sent_at is null and send_at <= :now order by send_at, id limit :most
                        """)
                .param("now", Columns.at(now))
                .param("most", most)
                .query((row, _) ->
                        new CallBack(
                                Columns.uuid(row, "id"),
                                Columns.text(row, "body"),
                                Columns.text(row, "signature")))
                .list();
    }

    @Override
    public Optional<Instant> loadNextSending(Instant after) {
        return jdbc.sql(
                        """
                        select send_at from payment.local_call_back
                        where sent_at is null and send_at > :after order by send_at limit 1
                        """)
                .param("after", Columns.at(after))
                .query((row, _) -> Columns.instant(row, "send_at"))
                .optional();
    }

    @Override
    public void markSent(CallBack callBack, Instant at) {
        jdbc.sql("update payment.local_call_back set sent_at = :at where id = :id")
                .param("id", callBack.id())
                .param("at", Columns.at(at))
                .update();
    }

    @Override
    public List<PaymentGateway.StatementLine> loadStatement(Instant from, Instant before) {
        return jdbc.sql(
                        """
                        select 'LG-' || attempt_id as number, false as refund, order_id, amount,
                            decided_at as at
                        from payment.local_payment
                        where state = 'PAID' and decided_at >= :from and decided_at < :before
                        union all
                        select 'LR-' || id, true, order_id, amount, refunded_at
                        from payment.local_refund
                        where refunded_at >= :from and refunded_at < :before
                        order by at, number
                        """)
                .param("from", Columns.at(from))
                .param("before", Columns.at(before))
                .query((row, _) ->
                        new PaymentGateway.StatementLine(
                                Columns.text(row, "number"),
                                row.getBoolean("refund"),
                                new OrderId(Columns.uuid(row, "order_id")),
                                new Money(row.getLong("amount")),
                                Columns.instant(row, "at")))
                .list();
    }
}
