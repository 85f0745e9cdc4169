package cn.jiping.audit;

import cn.jiping.shared.AccountId;
import cn.jiping.shared.Paging;
import cn.jiping.shared.Scope;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcActStore implements ActStore {
    private static final String INSERT =
            """
            with act as (
                insert into audit.act (recorded_on, id, recorded_at, business_at,
                    actor_account, actor_person, actor_role, actor_place, code,
                    subject_type, subject_id, division, body, payload_digest)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            ), payload as (
                insert into audit.payload (act, salt, content) values (?, ?, ?)
            )
            insert into audit.pending (act, recorded_on) values (?, ?)
            """;

    private final JdbcClient jdbc;
    private final JdbcOperations batches;

    JdbcActStore(JdbcClient jdbc, JdbcOperations batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    @Override
    public void insert(List<Unwritten> unwritten) {
        batches.batchUpdate(INSERT, unwritten.stream().map(JdbcActStore::columns).toList());
    }

    private static @Nullable Object[] columns(Unwritten unwritten) {
        var act = unwritten.act();
        var payload = unwritten.payload();
        return new @Nullable Object[] {
            act.times().recordedOn(),
            act.id(),
            act.times().recordedAt().atOffset(ZoneOffset.UTC),
            act.times().businessAt().atOffset(ZoneOffset.UTC),
            act.doer().account(),
            act.doer().person(),
            act.doer().role(),
            act.doer().place(),
            act.code(),
            act.subject().type(),
            act.subject().id(),
            act.subject().division(),
            act.subject().body(),
            act.payloadDigest().bytes(),
            act.id(),
            payload.salt(),
            payload.content(),
            act.id(),
            act.times().recordedOn()
        };
    }

    static RecordedAct act(ResultSet row) throws SQLException {
        return new RecordedAct(
                row.getObject("id", UUID.class),
                new RecordedAct.Times(
                        row.getObject("recorded_on", LocalDate.class),
                        row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                        row.getObject("business_at", OffsetDateTime.class).toInstant()),
                new RecordedAct.Doer(
                        row.getObject("actor_account", UUID.class),
                        row.getObject("actor_person", UUID.class),
                        row.getString("actor_role"),
                        row.getString("actor_place")),
                row.getString("code"),
                new RecordedAct.Subject(
                        row.getString("subject_type"),
                        row.getString("subject_id"),
                        row.getString("division"),
                        row.getObject("body", UUID.class)),
                JdbcBlockStore.digest(row, "payload_digest"));
    }

    private static StoredAct stored(ResultSet row) throws SQLException {
        var salt = row.getBytes("salt");
        var content = row.getString("content");
        var erasedAt = row.getObject("erased_at", OffsetDateTime.class);
        return new StoredAct(
                act(row),
                salt == null || content == null ? null : Payload.stored(salt, content),
                erasedAt == null
                        ? null
                        : new Erasure(
                                erasedAt.toInstant(),
                                row.getString("eraser"),
                                row.getString("reason"),
                                row.getString("term")));
    }

    @Override
    public List<StoredAct> list(Scope scope, ActFilter filter, Paging paging) {
        return select(scope, filter, order(filter) + " limit :size offset :offset")
                .param("size", paging.size())
                .param("offset", paging.offset())
                .query((row, _) -> stored(row))
                .list();
    }

    @Override
    public long count(Scope scope, ActFilter filter, int atMost) {
        var conditions = new Conditions(scope, filter);
        return jdbc.sql(
                        "select count(*) from (select 1 from audit.act a"
                                + " left join audit.payload p on (p.act = a.id) where "
                                + conditions.sql()
                                + " limit :atMost) counted")
                .params(conditions.parameters())
                .param("atMost", atMost)
                .query((row, _) -> row.getLong(1))
                .single();
    }

    @Override
    public List<StoredAct> export(
            Scope scope, ActFilter filter, @Nullable RecordedAct after, int atMost) {
        var behind =
                filter.oldestFirst()
                        ? " and (a.recorded_on, a.id) > (:lastOn, :lastId)"
                        : " and (a.recorded_on, a.id) < (:lastOn, :lastId)";
        var rows =
                select(
                                scope,
                                filter,
                                (after == null ? "" : behind) + order(filter) + " limit :size")
                        .param("size", atMost);
        if (after != null) {
            rows = rows.param("lastOn", after.times().recordedOn()).param("lastId", after.id());
        }
        return rows.query((row, _) -> stored(row)).list();
    }

    private JdbcClient.StatementSpec select(Scope scope, ActFilter filter, String tail) {
        var conditions = new Conditions(scope, filter);
        return jdbc.sql(
                        """
                        select a.recorded_on, a.id, a.recorded_at, a.business_at, a.actor_account,
                            a.actor_person, a.actor_role, a.actor_place, a.code, a.subject_type,
                            a.subject_id, a.division, a.body, a.payload_digest,
                            p.salt, p.content, e.erased_at, e.eraser, e.reason, e.term
                        from audit.act a
                        left join audit.payload p on (p.act = a.id)
                        left join audit.erasure e on (e.act = a.id)
                        where\
                        """
                                + " "
                                + conditions.sql()
                                + tail)
                .params(conditions.parameters());
    }

    private static String order(ActFilter filter) {
        return filter.oldestFirst()
                ? " order by a.recorded_on, a.id"
                : " order by a.recorded_on desc, a.id desc";
    }

    @Override
    public Optional<StoredAct> find(Scope scope, ActId id) {
        var made = LocalDate.ofInstant(madeAt(id), ZoneOffset.UTC);
        var near = ActFilter.of(id).between(made.minusDays(1), made.plusDays(1));
        return first(scope, near).or(() -> first(scope, ActFilter.of(id)));
    }

    // ids are UUIDv7: their time leads to the partition
    private static Instant madeAt(ActId id) {
        return Instant.ofEpochMilli(id.value().getMostSignificantBits() >>> 16);
    }

    private Optional<StoredAct> first(Scope scope, ActFilter filter) {
        return list(scope, filter, new Paging(1, 1)).stream().findFirst();
    }

    @Override
    public boolean erase(ActId id, Erasure erasure, @Nullable AccountId by) {
        return jdbc.sql(
                        """
                        select audit.erase_payload(:act, :at, cast(:account as uuid), :who, :why,
                            :term)
                        """)
                .param("act", id.value())
                .param("at", erasure.at().atOffset(ZoneOffset.UTC))
                .param("account", by == null ? null : by.value())
                .param("who", erasure.by())
                .param("why", erasure.reason())
                .param("term", erasure.term())
                .query((row, _) -> row.getBoolean(1))
                .single();
    }

    @Override
    public int makeMonths(LocalDate first, LocalDate last) {
        return jdbc.sql("select audit.make_months(:first, :last)")
                .param("first", first)
                .param("last", last)
                .query((row, _) -> row.getInt(1))
                .single();
    }

    /** The conditions of a list as SQL, with what they bind. */
    private static final class Conditions {
        private final List<String> parts = new ArrayList<>();
        private final Map<String, Object> parameters = new HashMap<>();

        Conditions(Scope scope, ActFilter filter) {
            scope(scope);
            add("a.recorded_on >= :from", "from", filter.from());
            add("a.recorded_on <= :to", "to", filter.to());
            add("starts_with(a.code, :code)", "code", filter.code());
            add("a.subject_type = :subjectType", "subjectType", filter.subjectType());
            add("a.subject_id = :subjectId", "subjectId", filter.subjectId());
            add("a.division = :division", "division", filter.division());
            add("a.id = :id", "id", filter.id() == null ? null : filter.id().value());
            actor(filter.actor());
        }

        private void scope(Scope scope) {
            if (scope.everywhere()) {
                parts.add("true");
                return;
            }
            parts.add(
                    "(a.division = any (:divisions) or a.body = any (cast(:bodies as uuid[]))"
                            + " or a.actor_person = any (cast(:persons as uuid[]))"
                            + " or (a.subject_type = 'person' and a.subject_id = any (:persons)))");
            parameters.put("divisions", texts(scope.divisions()));
            parameters.put("bodies", texts(scope.bodies()));
            parameters.put("persons", texts(scope.persons()));
        }

        private void actor(@Nullable String actor) {
            if (actor == null) {
                return;
            }
            parts.add(
                    "(p.content like :name escape '!' or cast(a.actor_account as text) = :actor"
                            + " or cast(a.actor_person as text) = :actor)");
            parameters.put("actor", actor);
            parameters.put("name", "{\"actor\":\"%" + literally(actor) + "%\",\"after\":%");
        }

        private static String literally(String text) {
            return text.replace("!", "!!").replace("%", "!%").replace("_", "!_");
        }

        private static String[] texts(Set<?> values) {
            return values.stream().map(Object::toString).toArray(String[]::new);
        }

        private void add(String condition, String name, @Nullable Object value) {
            if (value != null) {
                parts.add(condition);
                parameters.put(name, value);
            }
        }

        String sql() {
            return String.join(" and ", parts);
        }

        Map<String, Object> parameters() {
            return parameters;
        }
    }
}
