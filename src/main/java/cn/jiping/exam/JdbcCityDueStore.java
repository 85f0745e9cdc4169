package cn.jiping.exam;

import cn.jiping.database.Columns;
import cn.jiping.database.ScopeColumns;
import cn.jiping.database.SourceColumns;
import cn.jiping.plan.SessionId;
import cn.jiping.shared.DivisionCode;
import cn.jiping.shared.Finding;
import cn.jiping.shared.Scope;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcCityDueStore implements CityDueStore {
    private static final String KEY =
            " where session_id = :session and city = :city and what = :what";

    private final JdbcClient jdbc;

    JdbcCityDueStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private static Map<String, Object> key(Key key) {
        return Map.of(
                "session", key.session().value(),
                "city", key.city().value(),
                "what", key.what().name());
    }

    @Override
    public void plan(Key key, Instant opensAt) {
        jdbc.sql(
                        """
                        insert into exam.city_due (session_id, city, what, opens_at)
                        values (:session, :city, :what, :opens)
                        on conflict do nothing
                        """)
                .params(key(key))
                .param("opens", Columns.at(opensAt))
                .update();
    }

    @Override
    public List<Key> loadUnopened(Instant now) {
        return jdbc.sql(
                        """
                        select session_id, city, what from exam.city_due
                        where opened_at is null and opens_at <= :now
                        order by session_id, city, what
                        """)
                .param("now", Columns.at(now))
                .query((row, _) ->
                        new Key(
                                new SessionId(Columns.uuid(row, "session_id")),
                                new DivisionCode(Columns.text(row, "city")),
                                ExamDue.valueOf(Columns.text(row, "what"))))
                .list();
    }

    @Override
    public Optional<Instant> loadNextOpening(Instant after) {
        return jdbc.sql(
                        """
                        select opens_at from exam.city_due
                        where opened_at is null and opens_at > :after
                        order by opens_at limit 1
                        """)
                .param("after", Columns.at(after))
                .query(OffsetDateTime.class)
                .optional()
                .map(OffsetDateTime::toInstant);
    }

    @Override
    public boolean open(Key key, Instant at, Finding<LocalDate> due) {
        return jdbc.sql(
                                """
                                update exam.city_due set opened_at = :at, due_on = :due,
                                    source_document = :source_document, source_clause = :source_clause,
                                    source_practice = :source_practice
                                """
                                        + KEY
                                        + " and opened_at is null")
                        .params(key(key))
                        .param("at", Columns.at(at))
                        .param("due", due.value())
                        .params(SourceColumns.cited(due.reasons().getFirst().source()))
                        .update()
                == 1;
    }

    @Override
    public boolean reopen(Key key, Instant at) {
        return jdbc.sql(
                                "update exam.city_due set opened_at = :at, met_at = null"
                                        + KEY
                                        + " and met_at is not null")
                        .params(key(key))
                        .param("at", Columns.at(at))
                        .update()
                == 1;
    }

    @Override
    public Optional<Instant> loadOpened(Key key) {
        return jdbc.sql("select opened_at from exam.city_due" + KEY + " and opened_at is not null")
                .params(key(key))
                .query(OffsetDateTime.class)
                .optional()
                .map(OffsetDateTime::toInstant);
    }

    @Override
    public void drop(Key key) {
        jdbc.sql("delete from exam.city_due" + KEY + " and opened_at is null")
                .params(key(key))
                .update();
    }

    @Override
    public boolean withdraw(Key key) {
        return jdbc.sql(
                                "delete from exam.city_due"
                                        + KEY
                                        + " and opened_at is not null and met_at is null")
                        .params(key(key))
                        .update()
                == 1;
    }

    @Override
    public boolean meet(Key key, Instant at) {
        return jdbc.sql("update exam.city_due set met_at = :at" + KEY + " and met_at is null")
                        .params(key(key))
                        .param("at", Columns.at(at))
                        .update()
                == 1;
    }

    @Override
    public List<CityDue> list(Scope scope, SessionId session) {
        return jdbc.sql(
                        """
                        select city, what, due_on, source_document, source_clause, source_practice, met_at
                        from exam.city_due
                        where session_id = :session and opened_at is not null
                          and (:everywhere or city = any(:divisions))
                        order by city, what
                        """)
                .param("session", session.value())
                .params(ScopeColumns.parameters(scope))
                .query((row, _) ->
                        new CityDue(
                                new DivisionCode(Columns.text(row, "city")),
                                ExamDue.valueOf(Columns.text(row, "what")),
                                Columns.date(row, "due_on"),
                                SourceColumns.source(row),
                                Columns.instantOrNull(row, "met_at")))
                .list();
    }
}
