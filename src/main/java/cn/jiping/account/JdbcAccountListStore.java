package cn.jiping.account;

import cn.jiping.database.Columns;
import cn.jiping.shared.AccountId;
import cn.jiping.shared.Paging;
import cn.jiping.shared.Scope;
import cn.jiping.shared.Slice;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcAccountListStore implements AccountListStore {
    private static final int EXPORT_CHUNK = 500;

    private static final String SELECT_ROW =
            """
            select a.id, a.name, a.user_name, a.kind, a.created_at, a.reviewed_at,
                   case when a.suspended_at is not null then 'SUSPENDED'
                        when a.kind = 'STAFF' and a.password is null then 'INVITED'
                        when not exists (select 1 from account.role_grant v
                                         where v.account = a.id and v.ended_at is null
                                           and v.valid_from <= :today
                                           and (v.valid_until is null or v.valid_until >= :today))
                             then 'WITHOUT_ROLE'
                        else 'ACTIVE' end as state
            from account.account a
            """;

    private static final String MATCHES =
            """
            (:text = '' or strpos(lower(a.name), :text) > 0 or strpos(a.user_name, :text) > 0)
            and (cast(:role as text) is null
                 or exists (select 1 from account.role_grant r
                            where r.account = a.id and r.role = :role and r.ended_at is null
                              and (r.valid_until is null or r.valid_until >= :today)))
            and (cast(:place as text) is null
                 or exists (select 1 from account.role_grant p
                            where p.account = a.id and p.ended_at is null
                              and strpos(p.place_name, :place) > 0))
            """;

    private final JdbcClient jdbc;
    private final JdbcGrants grants;

    JdbcAccountListStore(JdbcClient jdbc, JdbcGrants grants) {
        this.jdbc = jdbc;
        this.grants = grants;
    }

    @Override
    public Slice<AccountRow> page(Scope scope, AccountQuery query, LocalDate today, Paging paging) {
        var total =
                filtered("select count(*) from (", ") n", scope, query, today)
                        .query(Long.class)
                        .single();
        var rows =
                filtered("", ordered(query) + " limit :size offset :offset", scope, query, today)
                        .param("size", paging.size())
                        .param("offset", paging.offset())
                        .query(JdbcAccountListStore::row)
                        .list();
        return new Slice<>(withRoles(rows, today), total, paging);
    }

    @Override
    public void export(
            Scope scope, AccountQuery query, LocalDate today, Consumer<AccountRow> each) {
        for (var offset = 0; ; offset += EXPORT_CHUNK) {
            var rows =
                    filtered(
                                    "",
                                    ordered(query) + " limit :size offset :offset",
                                    scope,
                                    query,
                                    today)
                            .param("size", EXPORT_CHUNK)
                            .param("offset", offset)
                            .query(JdbcAccountListStore::row)
                            .list();
            withRoles(rows, today).forEach(each);
            if (rows.size() < EXPORT_CHUNK) {
                return;
            }
        }
    }

    private JdbcClient.StatementSpec filtered(
            String before, String after, Scope scope, AccountQuery query, LocalDate today) {
        var state = query.state();
        var role = query.role();
        return JdbcVisibility.scoped(
                        jdbc.sql(
                                before
                                        + "select * from ("
                                        + SELECT_ROW
                                        + " where "
                                        + JdbcVisibility.VISIBLE
                                        + " and "
                                        + MATCHES
                                        + ") f where (cast(:state as text) is null or state = :state)"
                                        + after),
                        scope)
                .param("text", UserNames.normalise(query.text()))
                .param("role", role == null ? null : role.name())
                .param("state", state == null ? null : state.name())
                .param("place", query.place())
                .param("today", today);
    }

    private static String ordered(AccountQuery query) {
        var column =
                switch (query.order()) {
                    case NAME -> "name collate \"zh-x-icu\"";
                    case USER_NAME -> "user_name";
                    case CREATED -> "created_at";
                    case REVIEWED -> "reviewed_at";
                };
        return " order by " + column + (query.descending() ? " desc" : " asc") + " nulls last, id";
    }

    @Override
    public List<AccountRow> listForReview(
            Scope scope, Instant reviewedBefore, LocalDate today, int atMost) {
        var rows =
                JdbcVisibility.scoped(
                                jdbc.sql(
                                        SELECT_ROW
                                                + " where a.kind = 'STAFF' and a.suspended_at is null"
                                                + " and a.reviewed_at < :before and "
                                                + JdbcVisibility.VISIBLE
                                                + " order by a.reviewed_at, a.id limit :most"),
                                scope)
                        .param("before", Columns.at(reviewedBefore))
                        .param("today", today)
                        .param("most", atMost)
                        .query(JdbcAccountListStore::row)
                        .list();
        return withRoles(rows, today);
    }

    private List<AccountRow> withRoles(List<AccountRow> rows, LocalDate today) {
        var held = grants.loadOf(rows.stream().map(AccountRow::id).toList());
        return rows.stream()
                .map(row ->
                        new AccountRow(
                                row.id(),
                                row.name(),
                                row.userName(),
                                row.candidate(),
                                row.state(),
                                held.getOrDefault(row.id(), List.of()).stream()
                                        .filter(grant -> grant.livesOn(today))
                                        .map(g ->
                                                new AccountRow.HeldRole(
                                                        g.role(), g.placeName(), g.until()))
                                        .toList(),
                                row.createdAt(),
                                row.reviewedAt()))
                .toList();
    }

    private static AccountRow row(ResultSet rs, int number) throws SQLException {
        return new AccountRow(
                new AccountId(Columns.uuid(rs, "id")),
                Columns.text(rs, "name"),
                rs.getString("user_name"),
                Columns.text(rs, "kind").equals(Account.Kind.CANDIDATE.name()),
                AccountState.valueOf(Columns.text(rs, "state")),
                List.of(),
                Columns.instant(rs, "created_at"),
                Columns.instant(rs, "reviewed_at"));
    }

    @Override
    public Map<String, String> loadNames(Collection<AccountId> ids) {
        var names = new HashMap<String, String>();
        jdbc.sql(
                        """
                        select a.id, a.name from account.account a
                        where a.id = any (cast(:ids as uuid[])) and a.name <> ''
                        """)
                .param("ids", ids.stream().map(AccountId::toString).toArray(String[]::new))
                .query(row -> {
                    names.put(Columns.uuid(row, "id").toString(), Columns.text(row, "name"));
                });
        return names;
    }
}
