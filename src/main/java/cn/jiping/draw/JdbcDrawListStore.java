package cn.jiping.draw;

import cn.jiping.database.Columns;
import cn.jiping.database.PagedRows;
import cn.jiping.database.ScopeColumns;
import cn.jiping.shared.BodyId;
import cn.jiping.shared.DivisionCode;
import cn.jiping.shared.Paging;
import cn.jiping.shared.Scope;
import cn.jiping.shared.Slice;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcDrawListStore implements DrawListStore {
    private static final String ROW =
            """
            select id, number, title, subject_type, subject_id, division, body, status,
                   announced_at, commit_by, public_value_from, reveal_by, pool_size, drawn, alternates
            """;
    private static final String MATCHING =
            " from draw.draw where "
                    + ScopeColumns.SEES
                    + """
                     and (:text = '' or number ilike :like or title ilike :like or subject_id ilike :like)
                     and (cast(:status as text) is null or status = :status)
                     and (cast(:open_at as timestamptz) is null or open_from <= :open_at)
                    """;

    private final JdbcClient jdbc;

    JdbcDrawListStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Slice<DrawRow> list(Scope scope, DrawFilter filter, Paging paging) {
        return matching(scope, filter).page(paging);
    }

    @Override
    public void export(Scope scope, DrawFilter filter, Consumer<DrawRow> each) {
        matching(scope, filter).each(each);
    }

    private PagedRows<DrawRow> matching(Scope scope, DrawFilter filter) {
        return new PagedRows<>(
                jdbc,
                ROW,
                MATCHING,
                filtered(scope, filter),
                order(filter),
                JdbcDrawListStore::row);
    }

    private static String order(DrawFilter filter) {
        var column =
                switch (filter.column()) {
                    case ANNOUNCED -> " order by announced_at";
                    case TITLE -> " order by title";
                    case SUBJECT -> " order by subject_id";
                    case STATUS -> " order by status";
                    case DUE ->
                            """
                             order by case when status = 'ANNOUNCED' then commit_by
                                           when status in ('COMMITTED', 'VALUE_FIXED', 'REVEALED') then reveal_by
                                      end
                            """;
                };
        return column + (filter.descending() ? " desc nulls last, id desc" : " nulls last, id");
    }

    private static Map<String, @Nullable Object> filtered(Scope scope, DrawFilter filter) {
        var text = filter.text().strip();
        var params = new HashMap<String, @Nullable Object>(ScopeColumns.parameters(scope));
        params.put("text", text);
        params.put("like", Columns.containing(text));
        params.put("status", filter.status() == null ? null : filter.status().name());
        params.put("open_at", filter.openAt() == null ? null : Columns.at(filter.openAt()));
        return params;
    }

    private static DrawRow row(ResultSet row, int number) throws SQLException {
        var division = row.getString("division");
        var body = row.getObject("body", UUID.class);
        var status = DrawStatus.valueOf(row.getString("status"));
        return new DrawRow(
                JdbcDrawStore.id(row),
                row.getString("number"),
                row.getString("title"),
                row.getString("subject_id"),
                division == null ? null : new DivisionCode(division),
                body == null ? null : new BodyId(body),
                status,
                Columns.instant(row, "announced_at"),
                due(row, status),
                new DrawRow.Counts(
                        row.getInt("pool_size"), row.getInt("drawn"), row.getInt("alternates")));
    }

    private static @Nullable Instant due(ResultSet row, DrawStatus status) throws SQLException {
        return switch (status) {
            case ANNOUNCED -> Columns.instant(row, "commit_by");
            case COMMITTED, VALUE_FIXED, REVEALED -> Columns.instant(row, "reveal_by");
            case DRAWN, FAILED, CANCELLED -> null;
        };
    }
}
