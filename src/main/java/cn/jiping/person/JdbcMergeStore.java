package cn.jiping.person;

import cn.jiping.database.Columns;
import cn.jiping.shared.AccountId;
import cn.jiping.shared.Ids;
import cn.jiping.shared.Paging;
import cn.jiping.shared.PersonId;
import cn.jiping.shared.Scope;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcMergeStore implements MergeStore {
    private static final String ALIKE =
            """
            select d.id, d.one, d.other, d.reasons, d.found_at from person.duplicate d
            """;
    private static final String BOTH_SEEN =
            """
             d.state = 'OPEN'
            and not exists (
                select 1 from person.merge m where m.state = 'PROPOSED'
                and (m.kept = d.one and m.absorbed = d.other or m.kept = d.other and m.absorbed = d.one))
            and exists (
                select 1 from person.person p
                where p.person_id = d.one and p.state = 'ACTIVE' and
            """
                    + JdbcVisibility.SEES
                    + """
                    ) and exists (
                        select 1 from person.person p
                        where p.person_id = d.other and p.state = 'ACTIVE' and
                    """
                    + JdbcVisibility.SEES
                    + ") ";
    private static final String MERGE =
            """
            select m.id, m.kept, m.absorbed, m.state, m.reason, m.proposed_account, m.proposed_person,
                   m.proposed_by, m.proposed_at, m.decided_by, m.decided_at,
                   m.undone_by, m.undone_at, m.undone_reason, m.version
            from person.merge m
            """;
    private static final String KEPT_SEEN =
            """
             exists (select 1 from person.person p where p.person_id = m.kept and
            """
                    + JdbcVisibility.SEES
                    + ") ";

    private final JdbcClient jdbc;

    JdbcMergeStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void noteAlike(PersonId one, PersonId other, String reasons, Instant at) {
        var inOrder = one.value().compareTo(other.value()) < 0;
        jdbc.sql(
                        """
                        insert into person.duplicate (id, one, other, reasons, found_at, state)
                        values (:id, :one, :other, :reasons, :at, 'OPEN')
                        on conflict (one, other) do nothing
                        """)
                .param("id", Ids.next())
                .param("one", (inOrder ? one : other).value())
                .param("other", (inOrder ? other : one).value())
                .param("reasons", reasons)
                .param("at", Columns.at(at))
                .update();
    }

    @Override
    public List<Alike> listAlike(Scope scope, Paging paging) {
        return JdbcVisibility.scoped(
                        jdbc.sql(
                                ALIKE
                                        + " where "
                                        + BOTH_SEEN
                                        + " order by d.found_at desc, d.id limit :limit offset :offset"),
                        scope)
                .param("limit", paging.size())
                .param("offset", paging.offset())
                .query((row, _) -> alike(row))
                .list();
    }

    @Override
    public long countAlike(Scope scope) {
        return JdbcVisibility.scoped(
                        jdbc.sql("select count(*) from person.duplicate d where " + BOTH_SEEN),
                        scope)
                .query((row, _) -> row.getLong(1))
                .single();
    }

    @Override
    public Optional<Alike> findAlike(Scope scope, UUID id) {
        return JdbcVisibility.scoped(jdbc.sql(ALIKE + " where d.id = :id and " + BOTH_SEEN), scope)
                .param("id", id)
                .query((row, _) -> alike(row))
                .optional();
    }

    private static Alike alike(ResultSet row) throws SQLException {
        return new Alike(
                row.getObject("id", UUID.class),
                new PersonId(row.getObject("one", UUID.class)),
                new PersonId(row.getObject("other", UUID.class)),
                Stream.of(row.getString("reasons").split(" ")).map(AlikeReason::valueOf).toList(),
                Columns.instant(row, "found_at"));
    }

    @Override
    public boolean dismiss(UUID id, PersonStore.Mark by, String reason) {
        return jdbc.sql(
                                """
                                update person.duplicate
                                set state = 'DISMISSED', decided_by = :by, decided_at = :at, decision = :reason
                                where id = :id and state = 'OPEN'
                                """)
                        .param("by", by.by())
                        .param("at", Columns.at(by.at()))
                        .param("reason", reason)
                        .param("id", id)
                        .update()
                == 1;
    }

    @Override
    public void inheritAlike(Merge.Pair pair, Instant at) {
        jdbc.sql(
                        """
                        select id, one, other, reasons, found_at from person.duplicate
                        where (one = :absorbed or other = :absorbed) and state = 'OPEN'
                        """)
                .param("absorbed", pair.absorbed().value())
                .query((row, _) -> alike(row))
                .list()
                .forEach(alike -> inherit(alike, pair, at));
    }

    private void inherit(Alike alike, Merge.Pair pair, Instant at) {
        var third = alike.one().equals(pair.absorbed()) ? alike.other() : alike.one();
        if (!third.equals(pair.kept())) {
            var reasons = alike.reasons().stream().map(Enum::name).toList();
            noteAlike(pair.kept(), third, String.join(" ", reasons), at);
        }
    }

    @Override
    public List<Merge> listMerges(Scope scope, Paging paging) {
        return JdbcVisibility.scoped(
                        jdbc.sql(
                                MERGE
                                        + " where "
                                        + KEPT_SEEN
                                        + " order by m.proposed_at desc, m.id limit :limit offset :offset"),
                        scope)
                .param("limit", paging.size())
                .param("offset", paging.offset())
                .query((row, _) -> merge(row))
                .list();
    }

    @Override
    public long countMerges(Scope scope) {
        return JdbcVisibility.scoped(
                        jdbc.sql("select count(*) from person.merge m where " + KEPT_SEEN), scope)
                .query((row, _) -> row.getLong(1))
                .single();
    }

    @Override
    public Optional<Merge> findMerge(Scope scope, UUID id) {
        return JdbcVisibility.scoped(jdbc.sql(MERGE + " where m.id = :id and " + KEPT_SEEN), scope)
                .param("id", id)
                .query((row, _) -> merge(row))
                .optional();
    }

    @Override
    public Optional<Merge> loadOpen(Collection<PersonId> persons) {
        return jdbc.sql(
                        MERGE
                                + """
                                 where m.state = 'PROPOSED'
                                and (m.kept = any (cast(:persons as uuid[]))
                                     or m.absorbed = any (cast(:persons as uuid[])))
                                limit 1
                                """)
                .param("persons", persons.stream().map(PersonId::toString).toArray(String[]::new))
                .query((row, _) -> merge(row))
                .optional();
    }

    private static Merge merge(ResultSet row) throws SQLException {
        var decidedAt = Columns.instantOrNull(row, "decided_at");
        var undoneAt = Columns.instantOrNull(row, "undone_at");
        return new Merge(
                row.getObject("id", UUID.class),
                new Merge.Pair(
                        new PersonId(row.getObject("kept", UUID.class)),
                        new PersonId(row.getObject("absorbed", UUID.class))),
                MergeState.valueOf(row.getString("state")),
                new Merge.Step(
                        proposer(row),
                        Columns.instant(row, "proposed_at"),
                        row.getString("reason")),
                decidedAt == null
                        ? null
                        : new Merge.Step(named(row.getString("decided_by")), decidedAt, ""),
                undoneAt == null
                        ? null
                        : new Merge.Step(
                                named(row.getString("undone_by")),
                                undoneAt,
                                row.getString("undone_reason")),
                row.getInt("version"));
    }

    private static Merge.Party proposer(ResultSet row) throws SQLException {
        var account = row.getObject("proposed_account", UUID.class);
        var person = row.getObject("proposed_person", UUID.class);
        return new Merge.Party(
                account == null ? null : new AccountId(account),
                person == null ? null : new PersonId(person),
                row.getString("proposed_by"));
    }

    private static Merge.Party named(String name) {
        return new Merge.Party(null, null, name);
    }

    @Override
    public boolean insert(Merge merge) {
        var by = merge.proposed().by();
        var account = by.account();
        var person = by.person();
        return jdbc.sql(
                                """
                                insert into person.merge
                                    (id, kept, absorbed, state, reason, proposed_account, proposed_person,
                                     proposed_by, proposed_at, version)
                                values (:id, :kept, :absorbed, :state, :reason, :account, :proposer,
                                        :by, :at, 0)
                                on conflict do nothing
                                """)
                        .param("id", merge.id())
                        .param("kept", merge.pair().kept().value())
                        .param("absorbed", merge.pair().absorbed().value())
                        .param("state", merge.state().name())
                        .param("reason", merge.proposed().why())
                        .param("account", account == null ? null : account.value())
                        .param("proposer", person == null ? null : person.value())
                        .param("by", by.name())
                        .param("at", Columns.at(merge.proposed().at()))
                        .update()
                == 1;
    }

    @Override
    public boolean save(Merge merge) {
        var decided = merge.decided();
        var undone = merge.undone();
        return jdbc.sql(
                                """
                                update person.merge
                                set state = :state, decided_by = :decidedBy, decided_at = :decidedAt,
                                    undone_by = :undoneBy, undone_at = :undoneAt, undone_reason = :undoneReason,
                                    version = version + 1
                                where id = :id and version = :version
                                """)
                        .param("state", merge.state().name())
                        .param("decidedBy", decided == null ? null : decided.by().name())
                        .param("decidedAt", at(decided))
                        .param("undoneBy", undone == null ? null : undone.by().name())
                        .param("undoneAt", at(undone))
                        .param("undoneReason", undone == null ? null : undone.why())
                        .param("id", merge.id())
                        .param("version", merge.version())
                        .update()
                == 1;
    }

    private static @Nullable OffsetDateTime at(Merge.@Nullable Step step) {
        return step == null ? null : Columns.at(step.at());
    }
}
