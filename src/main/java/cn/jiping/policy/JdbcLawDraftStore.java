package cn.jiping.policy;

import cn.jiping.database.ScopeColumns;
import cn.jiping.policy.LawDraft.Who;
import cn.jiping.shared.AccountId;
import cn.jiping.shared.DivisionCode;
import cn.jiping.shared.Paging;
import cn.jiping.shared.PersonId;
import cn.jiping.shared.Scope;
import cn.jiping.shared.Slice;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

@Repository
class JdbcLawDraftStore implements LawDraftStore {
    private static final String SELECT =
            """
            select id, title, note, origin, division, base, book, state, made_by, made_account,
                made_person, made_at, proposed_by, proposed_account, proposed_person, proposed_at,
                ended_by, ended_account, ended_person, ended_at, version
            from policy.draft
            """;
    private static final String OF_SCOPE =
            """
             (:everywhere or division is null or division = any(:divisions))
            """;
    private static final String OF_STATE = " and (cast(:state as text) is null or state = :state)";

    private final JdbcClient jdbc;

    JdbcLawDraftStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void add(LawDraft draft) {
        var division = draft.heading().division();
        var statement =
                jdbc.sql(
                                """
                                insert into policy.draft (id, title, note, origin, division, base,
                                    book, state, made_by, made_account, made_person, made_at,
                                    version)
                                values (:id, :title, :note, :origin, :division, :base, :book,
                                    :state, :madeBy, :madeAccount, :madePerson, :madeAt, 0)
                                """)
                        .param("id", draft.id())
                        .param("title", draft.heading().title())
                        .param("note", draft.heading().note())
                        .param("origin", draft.heading().origin().name())
                        .param("division", division == null ? null : division.value())
                        .param("base", draft.books().base())
                        .param("book", draft.books().book())
                        .param("state", draft.state().name());
        who(statement, "made", draft.made()).update();
    }

    private static StatementSpec who(StatementSpec statement, String act, @Nullable Who who) {
        var account = who == null ? null : who.account();
        var person = who == null ? null : who.person();
        return statement
                .param(act + "By", who == null ? null : who.name())
                .param(act + "Account", account == null ? null : account.value())
                .param(act + "Person", person == null ? null : person.value())
                .param(act + "At", who == null ? null : who.at().atOffset(ZoneOffset.UTC));
    }

    @Override
    public boolean save(LawDraft draft) {
        var statement =
                jdbc.sql(
                                """
                                update policy.draft set base = :base, book = :book, state = :state,
                                    proposed_by = :proposedBy, proposed_account = :proposedAccount,
                                    proposed_person = :proposedPerson, proposed_at = :proposedAt,
                                    ended_by = :endedBy, ended_account = :endedAccount,
                                    ended_person = :endedPerson, ended_at = :endedAt,
                                    version = version + 1
                                where id = :id and version = :version
                                """)
                        .param("id", draft.id())
                        .param("version", draft.version())
                        .param("base", draft.books().base())
                        .param("book", draft.books().book())
                        .param("state", draft.state().name());
        return who(who(statement, "proposed", draft.proposed()), "ended", draft.ended()).update()
                == 1;
    }

    @Override
    public Optional<LawDraft> find(Scope scope, UUID id) {
        return jdbc.sql(SELECT + " where id = :id and" + OF_SCOPE)
                .param("id", id)
                .params(ScopeColumns.parameters(scope))
                .query((row, _) -> draft(row))
                .optional();
    }

    @Override
    public Slice<LawDraft> list(Scope scope, LawDraft.@Nullable State state, Paging paging) {
        var rows =
                jdbc.sql(
                                SELECT
                                        + " where"
                                        + OF_SCOPE
                                        + OF_STATE
                                        + " order by made_at desc, id limit :size offset :offset")
                        .params(ScopeColumns.parameters(scope))
                        .param("state", state == null ? null : state.name())
                        .param("size", paging.size())
                        .param("offset", paging.offset())
                        .query((row, _) -> draft(row))
                        .list();
        var total =
                jdbc.sql("select count(*) from policy.draft where" + OF_SCOPE + OF_STATE)
                        .params(ScopeColumns.parameters(scope))
                        .param("state", state == null ? null : state.name())
                        .query((row, _) -> row.getLong(1))
                        .single();
        return new Slice<>(rows, total, paging);
    }

    @Override
    public Optional<LawDraft> loadProposed() {
        return jdbc.sql(SELECT + " where state = 'PROPOSED'")
                .query((row, _) -> draft(row))
                .optional();
    }

    private static LawDraft draft(ResultSet row) throws SQLException {
        var division = row.getString("division");
        var made = who(row, "made");
        if (made == null) {
            throw new IllegalStateException("Nobody made the draft");
        }
        return new LawDraft(
                row.getObject("id", UUID.class),
                new LawDraft.Heading(
                        row.getString("title"),
                        row.getString("note"),
                        LawDraft.Origin.valueOf(row.getString("origin")),
                        division == null ? null : new DivisionCode(division)),
                new LawDraft.Books(row.getString("base"), row.getString("book")),
                LawDraft.State.valueOf(row.getString("state")),
                made,
                who(row, "proposed"),
                who(row, "ended"),
                row.getInt("version"));
    }

    private static @Nullable Who who(ResultSet row, String act) throws SQLException {
        var at = row.getObject(act + "_at", OffsetDateTime.class);
        if (at == null) {
            return null;
        }
        var account = row.getObject(act + "_account", UUID.class);
        var person = row.getObject(act + "_person", UUID.class);
        return new Who(
                row.getString(act + "_by"),
                account == null ? null : new AccountId(account),
                person == null ? null : new PersonId(person),
                at.toInstant());
    }
}
