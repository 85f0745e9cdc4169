package cn.jiping.payment;

import cn.jiping.database.Columns;
import cn.jiping.database.ScopeColumns;
import cn.jiping.shared.Scope;
import java.util.EnumMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcLedgerStore implements LedgerStore {
    private final JdbcClient jdbc;

    JdbcLedgerStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void add(Booking booking) {
        var order = booking.order();
        var lines = booking.lines();
        jdbc.sql(
                        """
                        insert into payment.ledger_line (session_id, booking_id, account, city,
                            order_id, movement, amount, booked_at)
                        select :session, :id, line.account, :city, cast(:order as uuid), :movement,
                            line.amount, :at
                        from unnest(cast(:accounts as text[]), cast(:amounts as bigint[]))
                            line (account, amount)
                        """)
                .param("session", booking.session())
                .param("id", booking.id())
                .param(
                        "accounts",
                        lines.stream().map(line -> line.account().name()).toArray(String[]::new))
                .param("amounts", lines.stream().map(Booking.Line::fen).toArray(Long[]::new))
                .param("city", booking.city().value())
                .param("order", order == null ? null : order.value())
                .param("movement", booking.movement().name())
                .param("at", Columns.at(booking.at()))
                .update();
    }

    @Override
    public Map<LedgerAccount, Long> listBalances(Scope scope, @Nullable UUID session) {
        var balances = new EnumMap<LedgerAccount, Long>(LedgerAccount.class);
        jdbc.sql(
                        """
                        select account, sum(amount) as balance from payment.ledger_line
                        where (cast(:session as uuid) is null or session_id = :session) and \
                        """
                                + JdbcVisibility.SEES_CITY
                                + " group by account")
                .param("session", session)
                .params(ScopeColumns.parameters(scope))
                .query((row, _) ->
                        balances.put(
                                LedgerAccount.valueOf(Columns.text(row, "account")),
                                row.getLong("balance")))
                .list();
        return balances;
    }
}
