package cn.jiping.database;

import cn.jiping.shared.Paging;
import cn.jiping.shared.Slice;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * 列表的行: what a list shows page by page and an export writes from beginning to end.
 *
 * @param select what is read of each row
 * @param matching from which table, and which of its rows; the scope among the conditions
 * @param order ends with a column in which no two rows are alike
 */
public record PagedRows<T>(
        JdbcClient jdbc,
        String select,
        String matching,
        Map<String, @Nullable Object> parameters,
        String order,
        RowMapper<T> row) {
    private static final int PIECE = 1000;

    public Slice<T> page(Paging paging) {
        var total =
                jdbc.sql("select count(*) " + matching)
                        .params(parameters)
                        .query((count, _) -> count.getLong(1))
                        .single();
        return new Slice<>(rows(paging.size(), paging.offset()), total, paging);
    }

    /** Every row, read piece by piece. */
    public void each(Consumer<T> each) {
        var offset = 0L;
        List<T> piece;
        do {
            piece = rows(PIECE, offset);
            piece.forEach(each);
            offset += piece.size();
        } while (piece.size() == PIECE);
    }

    private List<T> rows(int limit, long offset) {
        return jdbc.sql(select + " " + matching + order + " limit :limit offset :offset")
                .params(parameters)
                .param("limit", limit)
                .param("offset", offset)
                .query(row)
                .list();
    }
}
