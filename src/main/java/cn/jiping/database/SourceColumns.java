package cn.jiping.database;

import cn.jiping.shared.Source;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How a source stands in the columns source_document, source_clause and source_practice. */
public final class SourceColumns {
    private SourceColumns() {}

    public static Map<String, @Nullable Object> cited(Source source) {
        var columns = new HashMap<String, @Nullable Object>();
        var clause = source instanceof Source.Clause named ? named : null;
        columns.put("source_document", clause == null ? null : clause.document());
        columns.put("source_clause", clause == null ? null : clause.clause());
        columns.put(
                "source_practice", source instanceof Source.Practice chosen ? chosen.why() : null);
        return columns;
    }

    public static Source source(ResultSet row) throws SQLException {
        return source(row, "");
    }

    /** The same where the three columns' names have a prefix. */
    public static Source source(ResultSet row, String prefix) throws SQLException {
        var practice = row.getString(prefix + "source_practice");
        return practice == null
                ? new Source.Clause(
                        Columns.text(row, prefix + "source_document"),
                        Columns.text(row, prefix + "source_clause"))
                : new Source.Practice(practice);
    }
}
