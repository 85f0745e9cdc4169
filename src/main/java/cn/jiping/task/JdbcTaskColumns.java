package cn.jiping.task;

import cn.jiping.shared.Source;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;

/** How the values of tasks stand in columns. */
final class JdbcTaskColumns {
    /** Sorts tasks without a deadline behind all others. */
    static final Instant NEVER = Instant.parse("9999-01-01T00:00:00Z");

    private JdbcTaskColumns() {}

    static String[] names(Collection<? extends Enum<?>> values) {
        return values.stream().map(Enum::name).sorted().toArray(String[]::new);
    }

    static Source source(ResultSet row) throws SQLException {
        var practice = row.getString("source_practice");
        return practice == null
                ? new Source.Clause(
                        row.getString("source_document"), row.getString("source_clause"))
                : new Source.Practice(practice);
    }
}
