package cn.jiping.payment;

import cn.jiping.database.Columns;
import cn.jiping.database.ScopeColumns;
import cn.jiping.database.SourceColumns;
import cn.jiping.payment.Settlement.Signed;
import cn.jiping.shared.AccountId;
import cn.jiping.shared.DivisionCode;
import cn.jiping.shared.Paging;
import cn.jiping.shared.PersonId;
import cn.jiping.shared.Scope;
import cn.jiping.shared.Slice;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcSettlementStore implements SettlementStore {
    private static final String MATCHING =
            " from payment.settlement where "
                    + JdbcVisibility.SEES_CITY
                    + """
                     and (cast(:status as text) is null or status = :status)
                     and (cast(:session as uuid) is null or session_id = :session)
                    """;

    private final JdbcClient jdbc;

    JdbcSettlementStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public boolean insert(Settlement settlement) {
        return jdbc.sql(
                                """
                                insert into payment.settlement (session_id, city, session_title,
                                    city_name, persons, amount, source_document, source_clause,
                                    source_practice, status, counted_at)
                                values (:session, :city, :title, :city_name, :persons, :amount,
                                    :source_document, :source_clause, :source_practice, :status,
                                    :counted_at)
                                on conflict do nothing
                                """)
                        .param("title", settlement.session().title())
                        .param("city_name", settlement.city().name())
                        .params(counted(settlement))
                        .update()
                == 1;
    }

    private static Map<String, @Nullable Object> counted(Settlement settlement) {
        var params =
                new HashMap<String, @Nullable Object>(
                        SourceColumns.cited(settlement.count().source()));
        params.put("session", settlement.session().id());
        params.put("city", settlement.city().city().value());
        params.put("persons", settlement.count().persons());
        params.put("amount", settlement.count().amount().fen());
        params.put("status", settlement.status().name());
        params.put("counted_at", Columns.at(settlement.count().at()));
        return params;
    }

    @Override
    public Optional<Settlement> lock(UUID session, DivisionCode city) {
        return jdbc.sql(
                        """
                        select * from payment.settlement
                        where session_id = :session and city = :city for update
                        """)
                .param("session", session)
                .param("city", city.value())
                .query((row, _) -> settlement(row))
                .optional();
    }

    @Override
    public Optional<Settlement> find(Scope scope, UUID session, DivisionCode city) {
        return jdbc.sql(
                        """
                        select * from payment.settlement
                        where session_id = :session and city = :city and \
                        """
                                + JdbcVisibility.SEES_CITY)
                .param("session", session)
                .param("city", city.value())
                .params(ScopeColumns.parameters(scope))
                .query((row, _) -> settlement(row))
                .optional();
    }

    @Override
    public void update(Settlement settlement) {
        var declared = settlement.declared();
        var received = settlement.received();
        jdbc.sql(
                        """
                        update payment.settlement
                        set persons = :persons, amount = :amount, source_document = :source_document,
                            source_clause = :source_clause, source_practice = :source_practice,
                            status = :status, counted_at = :counted_at, declared_at = :declared_at,
                            declared_by = :declared_by, declared_person = :declared_person,
                            declared_account = :declared_account, received_at = :received_at,
                            received_by = :received_by
                        where session_id = :session and city = :city
                        """)
                .params(counted(settlement))
                .param("declared_at", Columns.at(declared == null ? null : declared.at()))
                .param("declared_by", declared == null ? null : declared.by())
                .param("declared_person", person(declared))
                .param("declared_account", account(declared))
                .param("received_at", Columns.at(received == null ? null : received.at()))
                .param("received_by", received == null ? null : received.by())
                .update();
    }

    private static @Nullable UUID person(@Nullable Signed signed) {
        var person = signed == null ? null : signed.person();
        return person == null ? null : person.value();
    }

    private static @Nullable UUID account(@Nullable Signed signed) {
        var account = signed == null ? null : signed.account();
        return account == null ? null : account.value();
    }

    @Override
    public Slice<SettlementRow> list(Scope scope, SettlementFilter filter, Paging paging) {
        var total =
                jdbc.sql("select count(*)" + MATCHING)
                        .params(ScopeColumns.parameters(scope))
                        .params(narrowed(filter))
                        .query((row, _) -> row.getLong(1))
                        .single();
        var rows =
                jdbc.sql(
                                "select *"
                                        + MATCHING
                                        + " order by counted_at desc, session_id, city"
                                        + " limit :limit offset :offset")
                        .params(ScopeColumns.parameters(scope))
                        .params(narrowed(filter))
                        .param("limit", paging.size())
                        .param("offset", paging.offset())
                        .query((row, _) -> SettlementRow.of(settlement(row)))
                        .list();
        return new Slice<>(rows, total, paging);
    }

    private static Map<String, @Nullable Object> narrowed(SettlementFilter filter) {
        var status = filter.status();
        var params = new HashMap<String, @Nullable Object>();
        params.put("status", status == null ? null : status.name());
        params.put("session", filter.session());
        return params;
    }

    @Override
    public List<OrderDraft.Session> listSessions(Scope scope) {
        return jdbc.sql(
                        "select distinct session_id, session_title from payment.settlement where "
                                + JdbcVisibility.SEES_CITY
                                + " order by session_title, session_id")
                .params(ScopeColumns.parameters(scope))
                .query((row, _) -> JdbcPrinted.session(row))
                .list();
    }

    private static Settlement settlement(ResultSet row) throws SQLException {
        return new Settlement(
                JdbcPrinted.session(row),
                JdbcPrinted.city(row),
                new Settlement.Count(
                        row.getInt("persons"),
                        new Money(row.getLong("amount")),
                        SourceColumns.source(row),
                        Columns.instant(row, "counted_at")),
                SettlementStatus.valueOf(Columns.text(row, "status")),
                declared(row),
                received(row));
    }

    private static @Nullable Signed declared(ResultSet row) throws SQLException {
        var at = Columns.instantOrNull(row, "declared_at");
        var person = row.getObject("declared_person", UUID.class);
        var account = row.getObject("declared_account", UUID.class);
        return at == null
                ? null
                : new Signed(
                        Columns.text(row, "declared_by"),
                        person == null ? null : new PersonId(person),
                        account == null ? null : new AccountId(account),
                        at);
    }

    private static @Nullable Signed received(ResultSet row) throws SQLException {
        var at = Columns.instantOrNull(row, "received_at");
        return at == null ? null : new Signed(Columns.text(row, "received_by"), null, null, at);
    }
}
