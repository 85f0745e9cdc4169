package cn.jiping.exam;

import cn.jiping.database.Columns;
import cn.jiping.database.PagedRows;
import cn.jiping.database.ScopeColumns;
import cn.jiping.database.Signatures;
import cn.jiping.plan.SessionId;
import cn.jiping.shared.DivisionCode;
import cn.jiping.shared.Paging;
import cn.jiping.shared.Scope;
import cn.jiping.shared.Slice;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcIncidentStore implements IncidentStore {
    private static final IncidentFilter EVERYTHING =
            new IncidentFilter("", null, null, null, null, IncidentFilter.Column.AT, true);
    private static final String INCIDENT =
            """
            select i.session_id, i.id, i.city, i.room_id, i.room_name, i.sitting, i.kind, i.about,
                i.happened_at, i.what, i.done, i.corrects, i.recorded_at, i.recorded_by,
                i.recorded_account, i.recorded_person,
                exists (select 1 from exam.incident c where c.session_id = i.session_id
                    and c.corrects = i.id) as corrected
            """;
    private static final String MATCHING =
            """
            from exam.incident i
            where i.session_id = :session and (:everywhere or i.city = any(:divisions))
              and (cast(:city as text) is null or i.city = :city)
              and (cast(:room as uuid) is null or i.room_id = :room)
              and (cast(:kind as text) is null or i.kind = :kind)
              and (cast(:standing as boolean) is null or :standing = not exists (
                  select 1 from exam.incident c
                  where c.session_id = i.session_id and c.corrects = i.id))
              and (:text = '' or i.what ilike :like or i.done ilike :like
                  or i.recorded_by ilike :like or exists (
                      select 1 from exam.incident_person p
                      where p.session_id = i.session_id and p.incident_id = i.id
                        and (p.name ilike :like or p.ticket ilike :like)))
            """;

    private final JdbcClient jdbc;

    JdbcIncidentStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<UUID> loadByClientKey(SessionId session, String clientKey) {
        return jdbc.sql(
                        """
                        select id from exam.incident
                        where session_id = :session and client_key = :key
                        """)
                .param("session", session.value())
                .param("key", clientKey)
                .query(UUID.class)
                .optional();
    }

    @Override
    public boolean insert(Incident incident, String clientKey) {
        var where = incident.where();
        var sitting = where.sitting();
        var inserted =
                jdbc.sql(
                                """
                                insert into exam.incident (session_id, id, city, room_id, room_name, sitting,
                                    kind, about, happened_at, what, done, corrects, recorded_at,
                                    recorded_by, recorded_account, recorded_person, client_key)
                                values (:session, :id, :city, :room, :roomName, :sitting, :kind, :about,
                                    :happened, :what, :done, :corrects, :at, :by, :account, :person, :key)
                                on conflict do nothing
                                """)
                        .params(key(incident))
                        .param("room", where.room())
                        .param("roomName", where.roomName())
                        .param("sitting", sitting == null ? null : sitting.name())
                        .param("kind", incident.kind().name())
                        .param("about", incident.kind().about().name())
                        .param("happened", Columns.at(incident.at()))
                        .param("what", incident.what())
                        .param("done", incident.done())
                        .param("corrects", incident.corrects())
                        .params(Signatures.signed(incident.by()))
                        .param("key", clientKey)
                        .update();
        if (inserted == 1) {
            incident.people().forEach(one -> insert(incident, one));
        }
        return inserted == 1;
    }

    private static Map<String, Object> key(Incident incident) {
        return Map.of(
                "session", incident.session().value(),
                "id", incident.id(),
                "city", incident.where().city().value());
    }

    private void insert(Incident incident, Incident.Involved one) {
        jdbc.sql(
                        """
                        insert into exam.incident_person (session_id, incident_id, examinee_id, city, name,
                            ticket, handling, voids)
                        values (:session, :id, :examinee, :city, :name, :ticket, :handling, :voids)
                        """)
                .params(key(incident))
                .param("examinee", one.examinee())
                .param("name", one.name())
                .param("ticket", one.ticket())
                .param("handling", one.handling())
                .param("voids", one.voids().name())
                .update();
    }

    @Override
    public List<Incident> list(Scope scope, SessionId session, DivisionCode city) {
        var all = new ArrayList<Incident>();
        export(scope, session, EVERYTHING.in(city), all::add);
        return all;
    }

    @Override
    public Slice<Incident> page(
            Scope scope, SessionId session, IncidentFilter filter, Paging paging) {
        var where = narrowed(scope, session, filter);
        var order = order(filter);
        var people =
                listPeople(
                        order + " limit :limit offset :offset",
                        where,
                        Map.of("limit", paging.size(), "offset", paging.offset()));
        return matching(where, order, people).page(paging);
    }

    @Override
    public void export(
            Scope scope, SessionId session, IncidentFilter filter, Consumer<Incident> each) {
        var where = narrowed(scope, session, filter);
        matching(where, order(filter), listPeople("", where, Map.of())).each(each);
    }

    private PagedRows<Incident> matching(
            Map<String, @Nullable Object> where,
            String order,
            Map<UUID, List<Incident.Involved>> people) {
        return new PagedRows<>(
                jdbc,
                INCIDENT,
                MATCHING,
                where,
                order,
                (row, _) -> incident(row, people.getOrDefault(Columns.uuid(row, "id"), List.of())));
    }

    private static Map<String, @Nullable Object> narrowed(
            Scope scope, SessionId session, IncidentFilter filter) {
        var city = filter.city();
        var params = new HashMap<String, @Nullable Object>(ScopeColumns.parameters(scope));
        params.put("session", session.value());
        params.put("city", city == null ? null : city.value());
        params.put("room", filter.room());
        params.put("kind", filter.kind());
        params.put("standing", filter.standing());
        params.put("text", filter.text());
        params.put("like", Columns.containing(filter.text()));
        return params;
    }

    private static String order(IncidentFilter filter) {
        var direction = filter.descending() ? " desc" : "";
        var column =
                switch (filter.column()) {
                    case AT -> "i.happened_at";
                    case CITY -> "i.city" + direction + ", i.happened_at";
                    case ROOM -> "i.room_name" + direction + ", i.happened_at";
                    case KIND -> "i.kind" + direction + ", i.happened_at";
                };
        return " order by " + column + direction + ", i.id" + direction;
    }

    /** Those involved in what matches, as far as the piece of it reaches. */
    private Map<UUID, List<Incident.Involved>> listPeople(
            String piece, Map<String, @Nullable Object> where, Map<String, Object> bounds) {
        return jdbc
                .sql(
                        """
                        select incident_id, examinee_id, name, ticket, handling, voids
                        from exam.incident_person
                        where session_id = :session and (:everywhere or city = any(:divisions))
                          and incident_id in (select i.id \
                        """
                                + MATCHING
                                + piece
                                + ") order by ticket")
                .params(where)
                .params(bounds)
                .query((row, _) -> Map.entry(Columns.uuid(row, "incident_id"), involved(row)))
                .list()
                .stream()
                .collect(
                        Collectors.groupingBy(
                                Map.Entry::getKey,
                                Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }

    private static Incident.Involved involved(ResultSet row) throws SQLException {
        return new Incident.Involved(
                Columns.uuid(row, "examinee_id"),
                Columns.text(row, "name"),
                Columns.text(row, "ticket"),
                Columns.text(row, "handling"),
                ConductTerms.Voids.valueOf(Columns.text(row, "voids")));
    }

    private static Incident incident(ResultSet row, List<Incident.Involved> people)
            throws SQLException {
        var sitting = row.getString("sitting");
        return new Incident(
                new SessionId(Columns.uuid(row, "session_id")),
                Columns.uuid(row, "id"),
                new Incident.Where(
                        new DivisionCode(Columns.text(row, "city")),
                        row.getObject("room_id", UUID.class),
                        Columns.text(row, "room_name"),
                        sitting == null ? null : Sitting.valueOf(sitting)),
                new ConductTerms.Kind(
                        Columns.text(row, "kind"),
                        ConductTerms.About.valueOf(Columns.text(row, "about"))),
                Columns.instant(row, "happened_at"),
                Columns.text(row, "what"),
                Columns.text(row, "done"),
                people,
                row.getObject("corrects", UUID.class),
                row.getBoolean("corrected"),
                Signatures.signature(row, "recorded_"));
    }
}
