package cn.jiping.exam;

import cn.jiping.database.Columns;
import cn.jiping.database.ScopeColumns;
import cn.jiping.database.Signatures;
import cn.jiping.plan.SessionId;
import cn.jiping.shared.DivisionCode;
import cn.jiping.shared.Scope;
import cn.jiping.shared.SkillLevel;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

@Repository
class JdbcCityReportStore implements CityReportStore {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String STATE =
            """
            select session_id, city, city_name, due_on, status, round, assessors, reopened_reason,
                reopened_at, reopened_by, reopened_account, reopened_person, version
            from exam.city_report
            where session_id = :session and (:everywhere or city = any(:divisions))
            """;

    private final JdbcClient jdbc;

    JdbcCityReportStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private static Map<String, Object> part(SessionId session, DivisionCode city) {
        return Map.of("session", session.value(), "city", city.value());
    }

    @Override
    public boolean insert(State state) {
        return jdbc.sql(
                                """
                                insert into exam.city_report (session_id, city, city_name, due_on,
                                    status, round, assessors, version)
                                values (:session, :city, :name, :due, :status, :round, :assessors, 0)
                                on conflict do nothing
                                """)
                        .params(part(state.session(), state.city().division()))
                        .param("name", state.city().name())
                        .param("due", state.dueOn())
                        .param("status", state.status().name())
                        .param("round", state.round())
                        .param("assessors", state.assessors())
                        .update()
                == 1;
    }

    @Override
    public Optional<State> find(Scope scope, SessionId session, DivisionCode city) {
        return jdbc.sql(STATE + " and city = :city")
                .params(part(session, city))
                .params(ScopeColumns.parameters(scope))
                .query((row, _) -> state(row))
                .optional();
    }

    @Override
    public List<State> list(Scope scope, SessionId session) {
        return jdbc.sql(STATE + " order by city")
                .param("session", session.value())
                .params(ScopeColumns.parameters(scope))
                .query((row, _) -> state(row))
                .list();
    }

    private static State state(ResultSet row) throws SQLException {
        return new State(
                new SessionId(Columns.uuid(row, "session_id")),
                new Entry.City(
                        new DivisionCode(Columns.text(row, "city")),
                        Columns.text(row, "city_name")),
                Columns.date(row, "due_on"),
                CityReportStatus.valueOf(Columns.text(row, "status")),
                row.getInt("round"),
                Columns.text(row, "assessors"),
                reopened(row),
                row.getInt("version"));
    }

    private static @Nullable Reopened reopened(ResultSet row) throws SQLException {
        var reason = row.getString("reopened_reason");
        return reason == null
                ? null
                : new Reopened(reason, Signatures.signatureOrNull(row, "reopened_"));
    }

    @Override
    public boolean update(State state) {
        var reopened = state.reopened();
        return jdbc.sql(
                                """
                                update exam.city_report set status = :status, round = :round,
                                    assessors = :assessors, reopened_reason = :reopened,
                                    reopened_at = :reopened_at, reopened_by = :reopened_by,
                                    reopened_account = :reopened_account,
                                    reopened_person = :reopened_person, version = version + 1
                                where session_id = :session and city = :city and version = :seen
                                """)
                        .params(part(state.session(), state.city().division()))
                        .param("status", state.status().name())
                        .param("round", state.round())
                        .param("assessors", state.assessors())
                        .param(
                                "reopened",
                                reopened == null ? null : reopened.reason(),
                                Types.VARCHAR)
                        .params(
                                Signatures.signed(
                                        "reopened_", reopened == null ? null : reopened.by()))
                        .param("seen", state.version())
                        .update()
                == 1;
    }

    @Override
    public void keep(State state, CityReportView.Copy copy) {
        jdbc.sql(
                        """
                        insert into exam.city_report_copy (session_id, city, round, content, late,
                            confirmed_at, confirmed_by, confirmed_account, confirmed_person)
                        values (:session, :city, :round, :content, :late, :confirmed_at,
                            :confirmed_by, :confirmed_account, :confirmed_person)
                        """)
                .params(part(state.session(), state.city().division()))
                .params(Signatures.signed("confirmed_", copy.by()))
                .param("round", copy.round())
                .param("content", JSON.writeValueAsString(copy.content()))
                .param("late", copy.late())
                .update();
    }

    @Override
    public List<CityReportView.Copy> loadCopies(SessionId session, DivisionCode city) {
        return jdbc.sql(
                        """
                        select round, content, late, confirmed_at, confirmed_by, confirmed_account,
                            confirmed_person
                        from exam.city_report_copy
                        where session_id = :session and city = :city order by round
                        """)
                .params(part(session, city))
                .query((row, _) ->
                        new CityReportView.Copy(
                                row.getInt("round"),
                                JSON.readValue(Columns.text(row, "content"), ReportContent.class),
                                row.getBoolean("late"),
                                Signatures.signature(row, "confirmed_")))
                .list();
    }

    @Override
    public List<Count> loadCounts(SessionId session, DivisionCode city) {
        return jdbc.sql(
                        """
                        select occupation, level, count(*) as people,
                            count(*) filter (where 'THEORY' = any(subjects)) as theory,
                            count(*) filter (where 'SKILLS' = any(subjects)) as skills,
                            count(*) filter (where 'REVIEW' = any(subjects)) as review
                        from exam.examinee
                        where session_id = :session and city = :city
                          and left_at is null and postponed_to is null
                        group by occupation, level order by occupation, level
                        """)
                .params(part(session, city))
                .query((row, _) ->
                        new Count(
                                Columns.text(row, "occupation"),
                                SkillLevel.ofCode(Columns.text(row, "level")).orElseThrow(),
                                row.getInt("people"),
                                row.getInt("theory"),
                                row.getInt("skills"),
                                row.getInt("review")))
                .list();
    }
}
