package cn.jiping.registration;

import cn.jiping.database.Columns;
import cn.jiping.database.PagedRows;
import cn.jiping.database.ScopeColumns;
import cn.jiping.plan.SessionId;
import cn.jiping.shared.AccountId;
import cn.jiping.shared.Paging;
import cn.jiping.shared.Scope;
import cn.jiping.shared.SkillLevel;
import cn.jiping.shared.Slice;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcApplicationListStore implements ApplicationListStore {
    private static final String COLUMNS =
            """
            select id, session_title, person_name, occupation, level, city_name, status,
                submitted_at, due_on, held_by
            """;
    private static final String MATCHING =
            " from registration.application where "
                    + JdbcVisibility.SEES
                    + """
                     and (submitted_at is not null or :at_counter)
                     and (not :at_counter or county = any(:divisions))
                     and (:text = '' or person_name ilike :like or occupation ilike :like)
                     and (cast(:status as text) is null or status = :status)
                     and (cast(:session as uuid) is null or session_id = :session)
                     and (cast(:held_by as uuid) is null or held_account = :held_by)
                    """;

    private final JdbcClient jdbc;

    JdbcApplicationListStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Slice<ApplicationRow> list(Scope scope, ApplicationFilter filter, Paging paging) {
        return matching(scope, filter).page(paging);
    }

    @Override
    public void export(Scope scope, ApplicationFilter filter, Consumer<ApplicationRow> each) {
        matching(scope, filter).each(each);
    }

    private PagedRows<ApplicationRow> matching(Scope scope, ApplicationFilter filter) {
        return new PagedRows<>(
                jdbc,
                COLUMNS,
                MATCHING,
                narrowed(scope, filter),
                order(filter),
                (row, _) -> row(row));
    }

    private static Map<String, @Nullable Object> narrowed(Scope scope, ApplicationFilter filter) {
        var status = filter.status();
        var session = filter.session();
        var heldBy = filter.heldBy();
        var params = new HashMap<String, @Nullable Object>(ScopeColumns.parameters(scope));
        params.put("at_counter", filter.onlyAtCounter());
        params.put("text", filter.text());
        params.put("like", Columns.containing(filter.text()));
        params.put("status", status == null ? null : status.name());
        params.put("session", session == null ? null : session.value());
        params.put("held_by", heldBy == null ? null : heldBy.value());
        return params;
    }

    private static String order(ApplicationFilter filter) {
        var column =
                switch (filter.column()) {
                    case NAME -> " order by person_name";
                    case OCCUPATION -> " order by occupation";
                    case STATUS -> " order by status";
                    case SUBMITTED -> " order by submitted_at";
                    case DUE -> " order by due_at";
                };
        return column + (filter.descending() ? " desc nulls last, id desc" : " nulls last, id");
    }

    @Override
    public List<Reviews.Session> listSessions(Scope scope) {
        return jdbc.sql(
                        "select distinct session_id, session_title from registration.application"
                                + " where submitted_at is not null and "
                                + JdbcVisibility.SEES
                                + " order by session_title, session_id")
                .params(ScopeColumns.parameters(scope))
                .query((row, _) ->
                        new Reviews.Session(
                                new SessionId(Columns.uuid(row, "session_id")),
                                Columns.text(row, "session_title")))
                .list();
    }

    @Override
    public long count(Scope scope, @Nullable SessionId session, ReviewStage stage) {
        return jdbc.sql(
                        "select count(*) from registration.application where status = :status"
                                + " and (cast(:session as uuid) is null or session_id = :session)"
                                + " and "
                                + JdbcVisibility.SEES)
                .params(ScopeColumns.parameters(scope))
                .param("status", stage.waiting().name())
                .param("session", session == null ? null : session.value())
                .query((row, _) -> row.getLong(1))
                .single();
    }

    @Override
    public Optional<ApplicationId> findNext(
            Scope scope,
            SessionId session,
            ReviewStage stage,
            AccountId reviewer,
            ApplicationId but) {
        return jdbc.sql(
                        """
                        select id from registration.application
                        where session_id = :session and status = :status and id <> :but
                          and (held_account is null or held_account = :reviewer) and
                        """
                                + JdbcVisibility.SEES
                                + " order by submitted_at, id limit 1")
                .params(ScopeColumns.parameters(scope))
                .param("session", session.value())
                .param("status", stage.waiting().name())
                .param("but", but.value())
                .param("reviewer", reviewer.value())
                .query((row, _) -> new ApplicationId(Columns.uuid(row, "id")))
                .optional();
    }

    private static ApplicationRow row(ResultSet row) throws SQLException {
        return new ApplicationRow(
                new ApplicationId(Columns.uuid(row, "id")),
                Columns.text(row, "session_title"),
                Columns.text(row, "person_name"),
                Columns.text(row, "occupation"),
                SkillLevel.ofCode(Columns.text(row, "level")).orElseThrow(),
                Columns.text(row, "city_name"),
                ApplicationStatus.valueOf(Columns.text(row, "status")),
                Columns.instantOrNull(row, "submitted_at"),
                row.getObject("due_on", LocalDate.class),
                row.getString("held_by"));
    }
}
