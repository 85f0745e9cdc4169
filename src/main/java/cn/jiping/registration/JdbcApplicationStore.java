package cn.jiping.registration;

import cn.jiping.database.Columns;
import cn.jiping.database.ScopeColumns;
import cn.jiping.database.Signatures;
import cn.jiping.database.SourceColumns;
import cn.jiping.payment.OrderId;
import cn.jiping.plan.OfferingId;
import cn.jiping.plan.SessionId;
import cn.jiping.registration.Application.Ending;
import cn.jiping.registration.Application.Opening;
import cn.jiping.registration.Application.Progress;
import cn.jiping.registration.Application.Subject;
import cn.jiping.registration.Application.Submission;
import cn.jiping.shared.BodyId;
import cn.jiping.shared.DivisionCode;
import cn.jiping.shared.PersonId;
import cn.jiping.shared.Scope;
import cn.jiping.shared.SkillLevel;
import cn.jiping.shared.Stale;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

@Repository
class JdbcApplicationStore implements ApplicationStore {
    private static final JsonMapper JSON = new JsonMapper();

    /** Those that people are at just now. */
    private static final int PLACES_HELD = 20_000;

    private final JdbcClient jdbc;
    private final JdbcReviews reviews;

    /** In which session an application lies never changes. */
    private final Cache<ApplicationId, UUID> places =
            Caffeine.newBuilder().maximumSize(PLACES_HELD).build();

    JdbcApplicationStore(JdbcClient jdbc, JdbcReviews reviews) {
        this.jdbc = jdbc;
        this.reviews = reviews;
    }

    @Override
    public boolean insert(Application application, String clientKey) {
        var opening = application.opening();
        var inserted =
                jdbc.sql(
                                """
                                insert into registration.application (session_id, id, client_key,
                                    session_title, person_id, person_name, city, city_name, body,
                                    body_name, offering_id, occupation, level, begun_at, status,
                                    due_at, due_on, source_document, source_clause,
                                    source_practice, form, resit_offered,
                                    resit_kept, resit_open, resit_published_on, resit_until,
                                    resit_decision, county, county_name, consent_text,
                                    consent_file, consent_at, consent_by, consent_account,
                                    consent_person, version)
                                values (:session, :id, :key, :title, :person, :name, :city,
                                    :city_name, :body, :body_name, :offering, :occupation, :level,
                                    :at, :status, :due_at, :due_on, :source_document,
                                    :source_clause, :source_practice, cast(:form as jsonb), :resit_offered,
                                    :resit_kept, :resit_open, :resit_published_on,
                                    :resit_until, :resit_decision, :county, :county_name,
                                    :consent_text, :consent_file, :consent_at, :consent_by,
                                    :consent_account, :consent_person, 0)
                                on conflict do nothing
                                """)
                        .param("session", opening.session().value())
                        .param("id", application.id().value())
                        .param("key", clientKey)
                        .param("title", opening.title())
                        .param("person", opening.person().value())
                        .param("name", opening.name())
                        .param("city", opening.place().city().value())
                        .param("city_name", opening.place().cityName())
                        .param("body", opening.place().body().value())
                        .param("body_name", opening.place().bodyName())
                        .param("offering", opening.subject().offering().value())
                        .param("occupation", opening.subject().occupation())
                        .param("level", opening.subject().level().code())
                        .param("at", Columns.at(opening.at()))
                        .param("status", application.status().name())
                        .params(due(application.progress().due()))
                        .param("form", JSON.writeValueAsString(application.form()))
                        .params(JdbcResitColumns.parameters(opening.resit()))
                        .params(JdbcCounterColumns.parameters(opening.counter()))
                        .update();
        if (inserted == 1) {
            insertPlaces(application);
        }
        return inserted == 1;
    }

    private static Map<String, @Nullable Object> due(@Nullable Term due) {
        var params = new HashMap<String, @Nullable Object>();
        params.put("due_at", due == null ? null : Columns.at(due.end()));
        params.put("due_on", due == null ? null : due.until());
        params.put("source_document", null);
        params.put("source_clause", null);
        params.put("source_practice", null);
        if (due != null) {
            params.putAll(SourceColumns.cited(due.source()));
        }
        return params;
    }

    private void insertPlaces(Application application) {
        jdbc.sql(
                        """
                        with place as (
                            insert into registration.application_place (application_id, session_id)
                            values (:id, :session))
                        insert into registration.application_of_person (person_id, session_id,
                            application_id)
                        values (:person, :session, :id)
                        """)
                .param("person", application.opening().person().value())
                .param("session", application.opening().session().value())
                .param("id", application.id().value())
                .update();
    }

    @Override
    public Optional<ApplicationId> loadByClientKey(
            SessionId session, PersonId person, String clientKey) {
        return jdbc.sql(
                        """
                        select id from registration.application
                        where session_id = :session and person_id = :person and client_key = :key
                        """)
                .param("session", session.value())
                .param("person", person.value())
                .param("key", clientKey)
                .query((row, _) -> new ApplicationId(Columns.uuid(row, "id")))
                .optional();
    }

    @Override
    public void update(Application application) {
        var progress = application.progress();
        var submission = progress.submission();
        var order = progress.order();
        var ending = progress.ending();
        var updated =
                jdbc.sql(
                                """
                                update registration.application
                                set form = cast(:form as jsonb), status = :status,
                                    due_at = :due_at, due_on = :due_on,
                                    source_document = :source_document,
                                    source_clause = :source_clause,
                                    source_practice = :source_practice,
                                    condition = :condition, decision_id = :decision,
                                    applied_on = :applied_on,
                                    submitted_at = :submitted_at, submitted_by = :submitted_by,
                                    submitted_account = :submitted_account,
                                    submitted_person = :submitted_person,
                                    held_at = :held_at, held_by = :held_by,
                                    held_account = :held_account, held_person = :held_person,
                                    order_id = :order, ended_why = :ended_why,
                                    ended_note = :ended_note, ended_at = :ended_at,
                                    version = version + 1
                                where session_id = :session and id = :id and version = :version
                                """)
                        .param("session", application.opening().session().value())
                        .param("id", application.id().value())
                        .param("version", application.version())
                        .param("form", JSON.writeValueAsString(application.form()))
                        .param("status", progress.status().name())
                        .params(due(progress.due()))
                        .param("condition", submission == null ? null : submission.condition())
                        .param("decision", submission == null ? null : submission.decision())
                        .param("applied_on", submission == null ? null : submission.appliedOn())
                        .params(
                                Signatures.signed(
                                        "submitted_", submission == null ? null : submission.by()))
                        .params(Signatures.signed("held_", progress.inHand()))
                        .param("order", order == null ? null : order.value())
                        .param("ended_why", ending == null ? null : ending.why().name())
                        .param("ended_note", ending == null ? null : ending.note())
                        .param("ended_at", ending == null ? null : Columns.at(ending.at()))
                        .update();
        if (updated == 0) {
            throw new Stale(List.of(), null, null);
        }
        reviews.insert(application);
    }

    @Override
    public Optional<Application> load(SessionId session, ApplicationId id) {
        return find(Scope.all(), session.value(), id);
    }

    @Override
    public Optional<Application> find(Scope scope, ApplicationId id) {
        return place(id).flatMap(session -> find(scope, session, id));
    }

    private Optional<UUID> place(ApplicationId id) {
        var held = Optional.ofNullable(places.getIfPresent(id));
        if (held.isPresent()) {
            return held;
        }
        var read =
                jdbc.sql(
                                """
                                select session_id from registration.application_place
                                where application_id = :id
                                """)
                        .param("id", id.value())
                        .query((row, _) -> Columns.uuid(row, "session_id"))
                        .optional();
        read.ifPresent(session -> places.put(id, session));
        return read;
    }

    /**
     * The reviews by a second statement: beside the hold they would be those before it was given.
     */
    @Override
    public Optional<Application> lock(Scope scope, ApplicationId id) {
        return place(id)
                .flatMap(session ->
                        jdbc.sql(
                                        """
                                        select * from registration.application
                                        where session_id = :session and id = :id and
                                        """
                                                + JdbcVisibility.SEES
                                                + " for update")
                                .param("session", session)
                                .param("id", id.value())
                                .params(ScopeColumns.parameters(scope))
                                .query((row, _) -> application(row, this::reviewsOfHeld))
                                .optional());
    }

    private Optional<Application> find(Scope scope, UUID session, ApplicationId id) {
        return jdbc.sql(
                        "select application.*, "
                                + JdbcReviews.COLUMNS
                                + " from registration.application"
                                + """
                                 left join registration.review r
                                   on (r.session_id = application.session_id
                                       and r.application_id = application.id)
                                """
                                + JdbcReviews.GROUNDS
                                + """
                                where application.session_id = :session
                                  and application.id = :id and
                                """
                                + JdbcVisibility.SEES
                                + " order by r.number, g.place")
                .param("session", session)
                .param("id", id.value())
                .params(ScopeColumns.parameters(scope))
                .query(rows ->
                        rows.next()
                                ? Optional.of(application(rows, JdbcReviews::readFrom))
                                : Optional.<Application>empty());
    }

    private List<Review> reviewsOfHeld(ResultSet row) throws SQLException {
        return row.getString("condition") == null
                ? List.of()
                : reviews.load(
                        new SessionId(Columns.uuid(row, "session_id")),
                        new ApplicationId(Columns.uuid(row, "id")));
    }

    /** Reads what was decided of the application at the cursor, which it may move. */
    private interface ReadingReviews {
        List<Review> of(ResultSet rows) throws SQLException;
    }

    @Override
    public List<Application> listOf(Scope scope, PersonId person) {
        return jdbc
                .sql(
                        """
                        select session_id, application_id from registration.application_of_person
                        where person_id = :person order by application_id desc
                        """)
                .param("person", person.value())
                .query((row, _) ->
                        new Place(
                                new SessionId(Columns.uuid(row, "session_id")),
                                new ApplicationId(Columns.uuid(row, "application_id"))))
                .list()
                .stream()
                .flatMap(place -> find(scope, place.session().value(), place.id()).stream())
                .toList();
    }

    @Override
    public List<Place> loadOverdue(Instant now, int atMost) {
        return jdbc.sql(
                        """
                        select session_id, id from registration.application
                        where due_at <= :now order by due_at, id limit :limit
                        """)
                .param("now", Columns.at(now))
                .param("limit", atMost)
                .query((row, _) ->
                        new Place(
                                new SessionId(Columns.uuid(row, "session_id")),
                                new ApplicationId(Columns.uuid(row, "id"))))
                .list();
    }

    @Override
    public Optional<Instant> loadNextTerm(Instant after) {
        return jdbc.sql(
                        """
                        select due_at from registration.application
                        where due_at > :after order by due_at limit 1
                        """)
                .param("after", Columns.at(after))
                .query((row, _) -> Columns.instant(row, "due_at"))
                .optional();
    }

    private static Application application(ResultSet row, ReadingReviews reviews)
            throws SQLException {
        var id = new ApplicationId(Columns.uuid(row, "id"));
        var opening = opening(row, new SessionId(Columns.uuid(row, "session_id")));
        var form = JSON.readValue(Columns.text(row, "form"), ApplicationForm.class);
        var status = ApplicationStatus.valueOf(row.getString("status"));
        var due = term(row);
        var inHand = Signatures.signatureOrNull(row, "held_");
        var submission = submission(row);
        var order = row.getObject("order_id", UUID.class);
        var ending = ending(row);
        var version = row.getInt("version");
        // last, for it moves on
        var reviewed = reviews.of(row);
        return new Application(
                id,
                opening,
                form,
                new Progress(
                        status,
                        due,
                        inHand,
                        submission,
                        reviewed,
                        order == null ? null : new OrderId(order),
                        ending),
                version);
    }

    private static @Nullable Term term(ResultSet row) throws SQLException {
        var until = row.getObject("due_on", LocalDate.class);
        return until == null ? null : new Term(until, SourceColumns.source(row));
    }

    private static @Nullable Submission submission(ResultSet row) throws SQLException {
        var condition = row.getString("condition");
        return condition == null
                ? null
                : new Submission(
                        condition,
                        Columns.uuid(row, "decision_id"),
                        Columns.date(row, "applied_on"),
                        Signatures.signature(row, "submitted_"));
    }

    private static @Nullable Ending ending(ResultSet row) throws SQLException {
        var why = row.getString("ended_why");
        return why == null
                ? null
                : new Ending(
                        EndedWhy.valueOf(why),
                        Columns.text(row, "ended_note"),
                        Columns.instant(row, "ended_at"));
    }

    private static Opening opening(ResultSet row, SessionId session) throws SQLException {
        return new Opening(
                session,
                row.getString("session_title"),
                new PersonId(Columns.uuid(row, "person_id")),
                row.getString("person_name"),
                new Application.Place(
                        new DivisionCode(row.getString("city")),
                        row.getString("city_name"),
                        new BodyId(Columns.uuid(row, "body")),
                        row.getString("body_name")),
                new Subject(
                        new OfferingId(Columns.uuid(row, "offering_id")),
                        row.getString("occupation"),
                        SkillLevel.ofCode(row.getString("level")).orElseThrow()),
                Columns.instant(row, "begun_at"),
                JdbcResitColumns.resit(row),
                JdbcCounterColumns.counter(row));
    }
}
