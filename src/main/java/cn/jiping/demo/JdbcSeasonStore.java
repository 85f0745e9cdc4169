package cn.jiping.demo;

import cn.jiping.database.Columns;
import cn.jiping.database.SourceColumns;
import cn.jiping.shared.DivisionCode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@InDemo
@Repository
class JdbcSeasonStore implements SeasonStore {
    private static final Map<String, @Nullable Object> NOTHING = nothing();

    private final JdbcClient jdbc;

    JdbcSeasonStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private static Map<String, @Nullable Object> nothing() {
        var columns = new HashMap<String, @Nullable Object>();
        columns.put("source_document", null);
        columns.put("source_clause", null);
        columns.put("source_practice", null);
        return columns;
    }

    @Override
    public Set<String> loadFinished() {
        return new HashSet<>(
                jdbc.sql("select name from demo.chapter")
                        .query((row, _) -> Columns.text(row, "name"))
                        .list());
    }

    @Override
    public void finish(String chapter, Instant at) {
        jdbc.sql(
                        """
                        insert into demo.chapter (name, finished_at) values (:name, :at)
                        on conflict do nothing
                        """)
                .param("name", chapter)
                .param("at", Columns.at(at))
                .update();
    }

    @Override
    public void add(Happening happening) {
        var source = happening.source();
        jdbc.sql(
                        """
                        insert into demo.happening (actor, what, city, said, source_document,
                            source_clause, source_practice)
                        values (:actor, :what, :city, :said, :source_document, :source_clause,
                            :source_practice)
                        on conflict do nothing
                        """)
                .param("actor", happening.actor())
                .param("what", happening.what())
                .param("city", happening.city().value())
                .param("said", happening.said())
                .params(source == null ? NOTHING : SourceColumns.cited(source))
                .update();
    }

    @Override
    public List<Happening> loadHappenings() {
        return jdbc.sql(
                        """
                        select actor, what, city, said, source_document, source_clause,
                            source_practice
                        from demo.happening
                        order by city, actor, what
                        """)
                .query((row, _) -> happening(row))
                .list();
    }

    private static Happening happening(ResultSet row) throws SQLException {
        var cited =
                row.getString("source_document") != null
                        || row.getString("source_practice") != null;
        return new Happening(
                row.getInt("actor"),
                Columns.text(row, "what"),
                new DivisionCode(Columns.text(row, "city")),
                Columns.text(row, "said"),
                cited ? SourceColumns.source(row) : null);
    }
}
