package cn.jiping.account;

import cn.jiping.database.Columns;
import cn.jiping.shared.AccountId;
import cn.jiping.shared.Role;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The roles that accounts hold and held. */
@Repository
class JdbcGrants {
    private static final String INSERT =
            """
            insert into account.role_grant
                (account, id, role, place, division, body, place_name, valid_from, valid_until,
                 granted_at, granted_by, confirmed_by, alone, ended_at, ended_by, ended_because)
            values (:account, :id, :role, :place, :division, :body, :placeName, :from, :until,
                    :grantedAt, :grantedBy, :confirmedBy, :alone, :endedAt, :endedBy, :endedBecause)
            """;

    private static final String SELECT =
            """
            select g.account, g.id, g.role, g.place, g.division, g.body, g.place_name, g.valid_from,
                   g.valid_until, g.granted_at, g.granted_by, g.confirmed_by, g.alone, g.ended_at,
                   g.ended_by, g.ended_because
            from account.role_grant g
            """;

    private final JdbcClient jdbc;

    JdbcGrants(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(AccountId account, Grant grant) {
        bound(jdbc.sql(INSERT), account, grant).update();
    }

    void upsert(AccountId account, Grant grant) {
        bound(
                        jdbc.sql(
                                INSERT
                                        + """
                                        on conflict (account, id) do update
                                        set valid_until = excluded.valid_until, ended_at = excluded.ended_at,
                                            ended_by = excluded.ended_by, ended_because = excluded.ended_because
                                        """),
                        account,
                        grant)
                .update();
    }

    private static JdbcClient.StatementSpec bound(
            JdbcClient.StatementSpec sql, AccountId account, Grant grant) {
        var ended = grant.ended();
        return JdbcPlaceColumns.of(grant.place())
                .bind(sql)
                .param("account", account.value())
                .param("id", grant.id().value())
                .param("role", grant.role().name())
                .param("placeName", grant.placeName())
                .param("from", grant.from())
                .param("until", grant.until())
                .param("grantedAt", Columns.at(grant.given().at()))
                .param("grantedBy", grant.given().by())
                .param("confirmedBy", grant.given().confirmedBy())
                .param("alone", grant.given().alone())
                .param("endedAt", ended == null ? null : Columns.at(ended.at()))
                .param("endedBy", ended == null ? null : ended.by())
                .param("endedBecause", ended == null ? null : ended.because());
    }

    Map<AccountId, List<Grant>> loadOf(Collection<AccountId> accounts) {
        var grants = new LinkedHashMap<AccountId, List<Grant>>();
        if (accounts.isEmpty()) {
            return grants;
        }
        // how many are asked for is not known to the server, which would plan each list anew
        var asked =
                accounts.size() == 1
                        ? jdbc.sql(SELECT + "where g.account = :account order by g.id")
                                .param("account", accounts.iterator().next().value())
                        : jdbc.sql(SELECT + "where g.account = any(:accounts) order by g.id")
                                .param(
                                        "accounts",
                                        Columns.uuids(
                                                accounts.stream().map(AccountId::value).toList()));
        asked.query(rs -> {
            grants.computeIfAbsent(
                            new AccountId(Columns.uuid(rs, "account")), _ -> new ArrayList<>())
                    .add(grant(rs));
        });
        return grants;
    }

    private static Grant grant(ResultSet rs) throws SQLException {
        var endedAt = Columns.instantOrNull(rs, "ended_at");
        return new Grant(
                new GrantId(Columns.uuid(rs, "id")),
                Role.valueOf(Columns.text(rs, "role")),
                JdbcPlaceColumns.read(rs),
                Columns.text(rs, "place_name"),
                Columns.date(rs, "valid_from"),
                rs.getObject("valid_until", LocalDate.class),
                new Grant.Given(
                        Columns.instant(rs, "granted_at"),
                        Columns.text(rs, "granted_by"),
                        rs.getString("confirmed_by"),
                        rs.getBoolean("alone")),
                endedAt == null
                        ? null
                        : new Grant.Ended(
                                endedAt,
                                Columns.text(rs, "ended_by"),
                                Columns.text(rs, "ended_because")));
    }
}
