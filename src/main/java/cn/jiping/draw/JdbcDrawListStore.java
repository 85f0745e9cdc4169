package cn.jiping.draw;

import cn.jiping.database.Columns;
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
import java.util.List;
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
            from draw.draw
            """;
    private static final String MATCHING =
            " where "
                    + ScopeColumns.SEES
                    + """
                     and (:text = '' or number ilike :like or title ilike :like or subject_id ilike :like)
                     and (cast(:status as text) is null or status = :status)
                     and (cast(:open_at as timestamptz) is null or open_from <= :open_at)
                    """;
    private static final int EXPORT_PIECE = 500;

    private final JdbcClient jdbc;

    JdbcDrawListStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Slice<DrawRow> list(Scope scope, DrawFilter filter, Paging paging) {
        var rows =
                jdbc.sql(ROW + MATCHING + order(filter) + " limit :limit offset :offset")
                        .params(ScopeColumns.parameters(scope))
                        .params(filtered(filter))
                        .param("limit", paging.size())
                        .param("offset", paging.offset())
                        .query(JdbcDrawListStore::row)
                        .list();
        return new Slice<>(rows, count(scope, filter), paging);
    }

    private long count(Scope scope, DrawFilter filter) {
        return jdbc.sql("select count(*) from draw.draw " + MATCHING)
                .params(ScopeColumns.parameters(scope))
                .params(filtered(filter))
                .query((row, _) -> row.getLong(1))
                .single();
    }

    @Override
    public void export(Scope scope, DrawFilter filter, Consumer<DrawRow> each) {
        var page = 0;
        var piece = List.<DrawRow>of();
        do {
            piece =
                    jdbc.sql(ROW + MATCHING + order(filter) + " limit :limit offset :offset")
                            .params(ScopeColumns.parameters(scope))
                            .params(filtered(filter))
                            .param("limit", EXPORT_PIECE)
                            .param("offset", EXPORT_PIECE * page++)
                            .query(JdbcDrawListStore::row)
                            .list();
            piece.forEach(each);
        } while (piece.size() == EXPORT_PIECE);
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

    private static Map<String, @Nullable Object> filtered(DrawFilter filter) {
        var text = filter.text().strip();
        var params = new HashMap<String, @Nullable Object>();
        params.put("text", text);
        params.put("like", "%" + text.replaceAll("([\\\\%_])", "\\\\$1") + "%");
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
