package cn.jiping.plan;

import cn.jiping.database.Columns;
import cn.jiping.database.ScopeColumns;
import cn.jiping.database.Signatures;
import cn.jiping.database.SourceColumns;
import cn.jiping.plan.CalendarTerms.Windows;
import cn.jiping.policy.Jurisdiction;
import cn.jiping.shared.BodyId;
import cn.jiping.shared.DivisionCode;
import cn.jiping.shared.Paging;
import cn.jiping.shared.Scope;
import cn.jiping.shared.SkillLevel;
import cn.jiping.shared.Slice;
import cn.jiping.shared.Stale;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.sql.Array;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcSessionStore implements SessionStore {
    private static final String ROW =
            """
            select id, jurisdiction, division, code, title, status, exam_on, opens_on, closes_on,
                   (select count(*) from plan.offering where session_id = session.id) as offerings,
                   parent
            from plan.session
            """;
    private static final String MATCHING =
            """
             where (:everywhere or status = 'ANNOUNCED' or division = any(:divisions))
               and (:text = '' or title ilike :like or code ilike :like)
               and (cast(:status as text) is null or status = :status)
            """;

    private static final String PROGRESS =
            """
            session.status, session.discard_reason, session.drafted_at, session.drafted_by,
            session.drafted_account, session.drafted_person, session.announced_at,
            session.announced_by, session.announced_account, session.announced_person,
            session.version
            """;
    private static final String PART =
            """
            part.division, part.name, part.body, part.body_name, part.contact,
            part.version as part_version
            """;

    /** More than are ever open at once. */
    private static final int HELD = 500;

    private final JdbcClient jdbc;

    /** What was drafted stays as it is, so it is read once; how far it came is read each time. */
    private final Cache<SessionId, ExamSession.Content> contents =
            Caffeine.newBuilder().maximumSize(HELD).build();

    JdbcSessionStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public boolean insert(ExamSession session, List<CityPart> parts, String clientKey) {
        var heading = session.heading();
        var windows = session.days().windows();
        var inserted =
                jdbc.sql(
                                """
                                insert into plan.session (id, jurisdiction, division, code, title, status,
                                    exam_on, opens_on, closes_on, review_until, pay_until, ticket_from,
                                    ticket_until, source_document, source_clause, source_practice, drafted_at, drafted_by,
                                    drafted_account, drafted_person, announced_at, announced_by,
                                    announced_account, announced_person, parent, client_key, version)
                                values (:id, :jurisdiction, :division, :code, :title, :status,
                                    cast(:exam_on as date[]), :opens_on, :closes_on, :review_until,
                                    :pay_until, :ticket_from, :ticket_until, :source_document, :source_clause, :source_practice, :at,
                                    :by, :account, :person, :announced_at, :announced_by,
                                    :announced_account, :announced_person, :parent, :client_key, 0)
                                on conflict do nothing
                                """)
                        .param("id", session.id().value())
                        .param("jurisdiction", heading.jurisdiction().value())
                        .param("division", heading.province().value())
                        .param("code", heading.code().value())
                        .param("title", heading.title())
                        .param("status", session.progress().status().name())
                        .param("exam_on", Columns.texts(days(session.days().examOn())))
                        .param("opens_on", windows.opensOn())
                        .param("closes_on", windows.closesOn())
                        .param("review_until", windows.reviewUntil())
                        .param("pay_until", windows.payUntil())
                        .param("ticket_from", windows.ticketFrom())
                        .param("ticket_until", windows.ticketUntil())
                        .params(SourceColumns.cited(session.days().source()))
                        .params(Signatures.signed(session.progress().drafted()))
                        .params(Signatures.signed("announced_", session.progress().announced()))
                        .param("parent", value(session.parent()), Types.OTHER)
                        .param("client_key", clientKey)
                        .update();
        if (inserted == 1) {
            session.offerings().forEach(offering -> insert(session.id(), offering));
            parts.forEach(part -> insert(session.id(), part));
        }
        return inserted == 1;
    }

    private static @Nullable UUID value(@Nullable SessionId id) {
        return id == null ? null : id.value();
    }

    private static List<String> days(List<LocalDate> days) {
        return days.stream().map(LocalDate::toString).toList();
    }

    private void insert(SessionId session, Offering offering) {
        jdbc.sql(
                        """
                        insert into plan.offering (session_id, id, occupation, level, skills, review)
                        values (:session, :id, :occupation, :level, :skills, :review)
                        """)
                .param("session", session.value())
                .param("id", offering.id().value())
                .param("occupation", offering.occupation())
                .param("level", offering.level().code())
                .param("skills", offering.skills().name())
                .param("review", offering.review().name())
                .update();
    }

    private void insert(SessionId session, CityPart part) {
        jdbc.sql(
                        """
                        insert into plan.city_part (session_id, division, name, version)
                        values (:session, :division, :name, 0)
                        """)
                .param("session", session.value())
                .param("division", part.division().value())
                .param("name", part.name())
                .update();
    }

    @Override
    public Optional<SessionId> loadOnAnotherDay(SessionId parent, LocalDate day) {
        return jdbc.sql(
                        """
                        select id from plan.session
                        where parent = :parent and exam_on = cast(:exam_on as date[])
                        """)
                .param("parent", parent.value())
                .param("exam_on", Columns.texts(days(List.of(day))))
                .query((row, _) -> new SessionId(Columns.uuid(row, "id")))
                .optional();
    }

    @Override
    public List<SessionRow> loadOnOtherDays(SessionId parent) {
        return jdbc.sql(ROW + " where parent = :parent order by exam_on")
                .param("parent", parent.value())
                .query((row, _) -> row(row))
                .list();
    }

    @Override
    public Optional<SessionId> loadByClientKey(String clientKey) {
        return jdbc.sql("select id from plan.session where client_key = :key")
                .param("key", clientKey)
                .query((row, _) -> new SessionId(Columns.uuid(row, "id")))
                .optional();
    }

    @Override
    public Set<SessionCode> loadCodes(Jurisdiction jurisdiction) {
        return jdbc.sql(
                        """
                        select code from plan.session
                        where jurisdiction = :jurisdiction and status <> 'DISCARDED'
                        """)
                .param("jurisdiction", jurisdiction.value())
                .query((row, _) -> new SessionCode(row.getString("code")))
                .set();
    }

    @Override
    public void update(ExamSession session) {
        var progress = session.progress();
        var updated =
                jdbc.sql(
                                """
                                update plan.session
                                set status = :status, announced_at = :announced_at,
                                    announced_by = :announced_by,
                                    announced_account = :announced_account,
                                    announced_person = :announced_person,
                                    discard_reason = :reason, version = version + 1
                                where id = :id and version = :version
                                """)
                        .param("id", session.id().value())
                        .param("version", session.version())
                        .param("status", progress.status().name())
                        .params(Signatures.signed("announced_", progress.announced()))
                        .param(
                                "reason",
                                progress.discardReason().isEmpty()
                                        ? null
                                        : progress.discardReason())
                        .update();
        if (updated == 0) {
            throw new Stale(List.of(), null, null);
        }
    }

    @Override
    public Optional<ExamSession> load(SessionId id) {
        return loadContent(id).flatMap(content -> load(id, content));
    }

    @Override
    public Optional<ExamSession.Content> loadContent(SessionId id) {
        var held = Optional.ofNullable(contents.getIfPresent(id));
        if (held.isPresent()) {
            return held;
        }
        var read =
                jdbc.sql("select * from plan.session where id = :id")
                        .param("id", id.value())
                        .query((row, _) ->
                                new ExamSession.Content(
                                        heading(row), days(row), loadOfferings(id), parent(row)))
                        .optional();
        read.ifPresent(content -> contents.put(id, content));
        return read;
    }

    private Optional<ExamSession> load(SessionId id, ExamSession.Content content) {
        return jdbc.sql("select " + PROGRESS + " from plan.session where id = :id")
                .param("id", id.value())
                .query((row, _) -> session(id, content, row))
                .optional();
    }

    @Override
    public Optional<WithParts> loadWithParts(SessionId id) {
        return loadContent(id).flatMap(content -> loadWithParts(id, content));
    }

    private Optional<WithParts> loadWithParts(SessionId id, ExamSession.Content content) {
        var rows =
                jdbc.sql(
                                "select "
                                        + PROGRESS
                                        + ", "
                                        + PART
                                        + """
                                        from plan.session
                                        left join plan.city_part part on part.session_id = :of_parts
                                        where session.id = :id order by part.division
                                        """)
                        .param("id", id.value())
                        .param("of_parts", ofParts(id, content).value())
                        .query((row, _) ->
                                new WithParts(
                                        session(id, content, row),
                                        row.getString("division") == null
                                                ? List.of()
                                                : List.of(part(row))))
                        .list();
        return rows.stream()
                .findFirst()
                .map(first ->
                        new WithParts(
                                first.session(),
                                rows.stream().flatMap(row -> row.parts().stream()).toList()));
    }

    private static ExamSession session(SessionId id, ExamSession.Content content, ResultSet row)
            throws SQLException {
        var reason = row.getString("discard_reason");
        return new ExamSession(
                id,
                content,
                new ExamSession.Progress(
                        SessionStatus.valueOf(row.getString("status")),
                        Signatures.signature(row, "drafted_"),
                        Signatures.signatureOrNull(row, "announced_"),
                        reason == null ? "" : reason),
                row.getInt("version"));
    }

    private static @Nullable SessionId parent(ResultSet row) throws SQLException {
        var parent = row.getObject("parent", UUID.class);
        return parent == null ? null : new SessionId(parent);
    }

    private static SessionHeading heading(ResultSet row) throws SQLException {
        return new SessionHeading(
                new Jurisdiction(row.getString("jurisdiction")),
                new DivisionCode(row.getString("division")),
                new SessionCode(row.getString("code")),
                row.getString("title"));
    }

    private static SessionDays days(ResultSet row) throws SQLException {
        return new SessionDays(
                examOn(row),
                new Windows(
                        Columns.date(row, "opens_on"),
                        Columns.date(row, "closes_on"),
                        row.getObject("review_until", LocalDate.class),
                        row.getObject("pay_until", LocalDate.class),
                        row.getObject("ticket_from", LocalDate.class),
                        row.getObject("ticket_until", LocalDate.class)),
                SourceColumns.source(row));
    }

    private static List<LocalDate> examOn(ResultSet row) throws SQLException {
        return dates(row.getArray("exam_on"));
    }

    private static List<LocalDate> dates(Array days) throws SQLException {
        return Arrays.stream((Date[]) days.getArray()).map(Date::toLocalDate).toList();
    }

    private List<Offering> loadOfferings(SessionId id) {
        return jdbc.sql("select * from plan.offering where session_id = :session order by id")
                .param("session", id.value())
                .query((row, _) -> offering(row))
                .list();
    }

    private static Offering offering(ResultSet row) throws SQLException {
        return new Offering(
                new OfferingId(Columns.uuid(row, "id")),
                row.getString("occupation"),
                SkillLevel.ofCode(row.getString("level")).orElseThrow(),
                SubjectForm.valueOf(row.getString("skills")),
                SubjectForm.valueOf(row.getString("review")));
    }

    @Override
    public List<CityPart> loadParts(SessionId id) {
        return jdbc.sql(
                        "select "
                                + PART
                                + """
                                from plan.city_part part
                                where session_id = :session order by division
                                """)
                .param(
                        "session",
                        loadContent(id).map(content -> ofParts(id, content)).orElse(id).value())
                .query((row, _) -> part(row))
                .list();
    }

    private static SessionId ofParts(SessionId id, ExamSession.Content content) {
        return Objects.requireNonNullElse(content.parent(), id);
    }

    private static CityPart part(ResultSet row) throws SQLException {
        var body = row.getObject("body", UUID.class);
        return new CityPart(
                new DivisionCode(row.getString("division")),
                row.getString("name"),
                body == null
                        ? null
                        : new CityPart.Accepting(
                                new BodyId(body),
                                row.getString("body_name"),
                                row.getString("contact")),
                row.getInt("part_version"));
    }

    @Override
    public boolean updatePart(SessionId id, CityPart part, int seen) {
        var accepting = part.accepting();
        return jdbc.sql(
                                """
                                update plan.city_part
                                set body = :body, body_name = :name, contact = :contact,
                                    version = version + 1
                                where session_id = :session and division = :division
                                  and version = :seen
                                """)
                        .param("session", id.value())
                        .param("division", part.division().value())
                        .param("body", accepting == null ? null : accepting.body().value())
                        .param("name", accepting == null ? null : accepting.name())
                        .param("contact", accepting == null ? null : accepting.contact())
                        .param("seen", seen)
                        .update()
                == 1;
    }

    @Override
    public Slice<SessionRow> list(Scope scope, SessionFilter filter, Paging paging) {
        var params = matching(scope, filter);
        var rows =
                jdbc.sql(ROW + MATCHING + order(filter) + " limit :limit offset :offset")
                        .params(params)
                        .param("limit", paging.size())
                        .param("offset", paging.offset())
                        .query((row, _) -> row(row))
                        .list();
        var total =
                jdbc.sql("select count(*) from plan.session " + MATCHING)
                        .params(params)
                        .query((row, _) -> row.getLong(1))
                        .single();
        return new Slice<>(rows, total, paging);
    }

    @Override
    public void export(Scope scope, SessionFilter filter, Consumer<SessionRow> each) {
        jdbc.sql(ROW + MATCHING + order(filter))
                .params(matching(scope, filter))
                .query((row, _) -> row(row))
                .list()
                .forEach(each);
    }

    private static Map<String, @Nullable Object> matching(Scope scope, SessionFilter filter) {
        var params = new HashMap<String, @Nullable Object>(ScopeColumns.parameters(scope));
        params.put("text", filter.text());
        params.put("like", Columns.containing(filter.text()));
        params.put("status", filter.status() == null ? null : filter.status().name());
        return params;
    }

    private static String order(SessionFilter filter) {
        var column =
                switch (filter.column()) {
                    case TITLE -> " order by title";
                    case STATUS -> " order by status";
                    case REGISTRATION -> " order by opens_on";
                    case EXAM -> " order by exam_on";
                };
        return column + (filter.descending() ? " desc, id desc" : ", id");
    }

    private static SessionRow row(ResultSet row) throws SQLException {
        return new SessionRow(
                new SessionId(Columns.uuid(row, "id")),
                heading(row),
                SessionStatus.valueOf(row.getString("status")),
                examOn(row),
                Columns.date(row, "opens_on"),
                Columns.date(row, "closes_on"),
                row.getInt("offerings"),
                parent(row));
    }
}
