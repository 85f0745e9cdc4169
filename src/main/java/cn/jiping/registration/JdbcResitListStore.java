package cn.jiping.registration;

import cn.jiping.database.Columns;
import cn.jiping.database.PagedRows;
import cn.jiping.database.ScopeColumns;
import cn.jiping.plan.SessionId;
import cn.jiping.shared.Paging;
import cn.jiping.shared.Scope;
import cn.jiping.shared.SkillLevel;
import cn.jiping.shared.Slice;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcResitListStore implements ResitListStore {
    private static final String SEEN =
            " from registration.application where submitted_at is not null and resit_offered and "
                    + JdbcVisibility.SEES;
    private static final String COLUMNS =
            """
            select id, session_title, person_name, occupation, level, city_name,
                resit_open, resit_kept, resit_until, status
            """;
    private static final String MATCHING =
            SEEN
                    + """
                     and (:text = '' or person_name ilike :like or occupation ilike :like)
                     and (cast(:session as uuid) is null or session_id = :session)
                     and (cast(:subject as text) is null or :subject = any(resit_open))
                    """;

    private final JdbcClient jdbc;

    JdbcResitListStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Slice<ResitRow> list(Scope scope, ResitFilter filter, Paging paging) {
        return matching(scope, filter).page(paging);
    }

    @Override
    public void export(Scope scope, ResitFilter filter, Consumer<ResitRow> each) {
        matching(scope, filter).each(each);
    }

    private PagedRows<ResitRow> matching(Scope scope, ResitFilter filter) {
        return new PagedRows<>(
                jdbc,
                COLUMNS,
                MATCHING,
                narrowed(scope, filter),
                order(filter),
                (row, _) -> row(row));
    }

    private static Map<String, @Nullable Object> narrowed(Scope scope, ResitFilter filter) {
        var session = filter.session();
        var subject = filter.subject();
        var params = new HashMap<String, @Nullable Object>(ScopeColumns.parameters(scope));
        params.put("text", filter.text());
        params.put("like", Columns.containing(filter.text()));
        params.put("session", session == null ? null : session.value());
        params.put("subject", subject == null ? null : subject.name());
        return params;
    }

    private static String order(ResitFilter filter) {
        var column =
                switch (filter.column()) {
                    case NAME -> " order by person_name";
                    case OCCUPATION -> " order by occupation";
                    case CITY -> " order by city";
                    case UNTIL -> " order by resit_until";
                    case STATUS -> " order by status";
                };
        return column + (filter.descending() ? " desc, id desc" : ", id");
    }

    @Override
    public List<Reviews.Session> listSessions(Scope scope) {
        return jdbc.sql(
                        "select distinct session_id, session_title"
                                + SEEN
                                + " order by session_title, session_id")
                .params(ScopeColumns.parameters(scope))
                .query((row, _) ->
                        new Reviews.Session(
                                new SessionId(Columns.uuid(row, "session_id")),
                                Columns.text(row, "session_title")))
                .list();
    }

    private static ResitRow row(ResultSet row) throws SQLException {
        return new ResitRow(
                new ApplicationId(Columns.uuid(row, "id")),
                Columns.text(row, "session_title"),
                Columns.text(row, "person_name"),
                Columns.text(row, "occupation"),
                SkillLevel.ofCode(Columns.text(row, "level")).orElseThrow(),
                Columns.text(row, "city_name"),
                JdbcResitColumns.items(row, "resit_open"),
                JdbcResitColumns.items(row, "resit_kept"),
                Columns.date(row, "resit_until"),
                ApplicationStatus.valueOf(Columns.text(row, "status")));
    }
}
