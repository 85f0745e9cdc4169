package cn.jiping.account;

import cn.jiping.database.Columns;
import cn.jiping.shared.AccountId;
import cn.jiping.shared.Paging;
import cn.jiping.shared.PersonId;
import cn.jiping.shared.Role;
import cn.jiping.shared.Scope;
import cn.jiping.shared.Slice;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcProposalStore implements ProposalStore {
    private static final String SELECT =
            """
            select p.id, p.kind, p.account, p.grant_id, p.role, p.place, p.division, p.body, p.place_name,
                   p.valid_from, p.valid_until, p.reason, p.proposed_by, p.proposed_person,
                   p.proposed_by_name, p.proposed_at, p.expires_at, p.state, p.decided_by_name, p.decided_at,
                   a.name as account_name, a.user_name
            from account.proposal p join account.account a on (a.id = p.account)
            """;

    /**
     * A proposal is seen where its place lies; one without a place where its account is at home.
     */
    private static final String VISIBLE =
            """
            (:everywhere or p.division = any(:divisions)
             or (p.division is null and coalesce(p.place, '') <> 'EVERYWHERE' and a.home = any(:divisions)))
            """;

    private final JdbcClient jdbc;

    JdbcProposalStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void add(Proposal proposal) {
        var subject = proposal.subject();
        var place =
                subject == null
                        ? new JdbcPlaceColumns(null, null, null)
                        : JdbcPlaceColumns.of(subject.place());
        place.bind(
                        jdbc.sql(
                                """
                                insert into account.proposal
                                    (id, kind, account, grant_id, role, place, division, body, place_name,
                                     valid_from, valid_until, reason, proposed_by, proposed_person,
                                     proposed_by_name, proposed_at, expires_at, state, version)
                                values (:id, :kind, :account, :grant, :role, :place, :division, :body, :placeName,
                                        :from, :until, :reason, :by, :person, :byName, :at, :expires, :state, 0)
                                """))
                .param("id", proposal.id().value())
                .param("kind", proposal.kind().name())
                .param("account", proposal.account().value())
                .param("grant", grant(subject))
                .param("role", subject == null ? null : subject.role().name())
                .param("placeName", subject == null ? null : subject.placeName())
                .param("from", subject == null ? null : subject.from())
                .param("until", subject == null ? null : subject.until())
                .param("reason", proposal.reason())
                .param("by", proposal.by().account().value())
                .param("person", person(proposal.by()))
                .param("byName", proposal.by().name())
                .param("at", Columns.at(proposal.by().at()))
                .param("expires", Columns.at(proposal.expiresAt()))
                .param("state", proposal.state().name())
                .update();
    }

    private static @Nullable UUID grant(Proposal.@Nullable Subject subject) {
        return subject == null || subject.grant() == null ? null : subject.grant().value();
    }

    private static @Nullable UUID person(Proposer by) {
        return by.person() == null ? null : by.person().value();
    }

    @Override
    public boolean close(Proposal proposal) {
        var decision = Objects.requireNonNull(proposal.decision());
        return jdbc.sql(
                                """
                                update account.proposal
                                set state = :state, decided_by_name = :by, decided_at = :at, version = version + 1
                                where id = :id and state = 'OPEN'
                                """)
                        .param("id", proposal.id().value())
                        .param("state", proposal.state().name())
                        .param("by", decision.by())
                        .param("at", Columns.at(decision.at()))
                        .update()
                == 1;
    }

    @Override
    public Optional<ProposalRow> find(Scope scope, ProposalId id) {
        return JdbcVisibility.scoped(jdbc.sql(SELECT + " where p.id = :id and " + VISIBLE), scope)
                .param("id", id.value())
                .query(JdbcProposalStore::row)
                .optional();
    }

    @Override
    public Slice<ProposalRow> page(Scope scope, boolean openOnly, Instant now, Paging paging) {
        var where =
                " where "
                        + VISIBLE
                        + " and (not :open or (p.state = 'OPEN' and p.expires_at > :now))";
        var total =
                JdbcVisibility.scoped(
                                jdbc.sql("select count(*) from (" + SELECT + where + ") n"), scope)
                        .param("open", openOnly)
                        .param("now", Columns.at(now))
                        .query(Long.class)
                        .single();
        var rows =
                JdbcVisibility.scoped(
                                jdbc.sql(
                                        SELECT
                                                + where
                                                + " order by (p.state = 'OPEN' and p.expires_at > :now) desc,"
                                                + " p.proposed_at desc, p.id limit :size offset :offset"),
                                scope)
                        .param("open", openOnly)
                        .param("now", Columns.at(now))
                        .param("size", paging.size())
                        .param("offset", paging.offset())
                        .query(JdbcProposalStore::row)
                        .list();
        return new Slice<>(rows, total, paging);
    }

    @Override
    public List<Proposal> loadOpen(AccountId account, Instant now) {
        return jdbc
                .sql(
                        SELECT
                                + " where p.account = :account and p.state = 'OPEN' and p.expires_at > :now"
                                + " order by p.proposed_at")
                .param("account", account.value())
                .param("now", Columns.at(now))
                .query(JdbcProposalStore::row)
                .list()
                .stream()
                .map(ProposalRow::proposal)
                .toList();
    }

    private static ProposalRow row(ResultSet rs, int number) throws SQLException {
        var person = rs.getObject("proposed_person", UUID.class);
        var decidedAt = Columns.instantOrNull(rs, "decided_at");
        var proposal =
                new Proposal(
                        new ProposalId(Columns.uuid(rs, "id")),
                        new AccountId(Columns.uuid(rs, "account")),
                        Proposal.Kind.valueOf(Columns.text(rs, "kind")),
                        subject(rs),
                        Columns.text(rs, "reason"),
                        new Proposer(
                                new AccountId(Columns.uuid(rs, "proposed_by")),
                                person == null ? null : new PersonId(person),
                                Columns.text(rs, "proposed_by_name"),
                                Columns.instant(rs, "proposed_at")),
                        Columns.instant(rs, "expires_at"),
                        Proposal.State.valueOf(Columns.text(rs, "state")),
                        decidedAt == null
                                ? null
                                : new Proposal.Decision(
                                        Columns.text(rs, "decided_by_name"), decidedAt));
        return new ProposalRow(
                proposal,
                Columns.text(rs, "account_name"),
                String.valueOf(rs.getString("user_name")));
    }

    private static Proposal.@Nullable Subject subject(ResultSet rs) throws SQLException {
        var role = rs.getString("role");
        if (role == null) {
            return null;
        }
        var grant = rs.getObject("grant_id", UUID.class);
        return new Proposal.Subject(
                grant == null ? null : new GrantId(grant),
                Role.valueOf(role),
                JdbcPlaceColumns.read(rs),
                Columns.text(rs, "place_name"),
                Columns.date(rs, "valid_from"),
                Columns.date(rs, "valid_until"));
    }
}
