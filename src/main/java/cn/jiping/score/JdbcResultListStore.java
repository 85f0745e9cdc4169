package cn.jiping.score;

import cn.jiping.database.Columns;
import cn.jiping.database.PagedRows;
import cn.jiping.database.ScopeColumns;
import cn.jiping.plan.SessionId;
import cn.jiping.shared.DivisionCode;
import cn.jiping.shared.Paging;
import cn.jiping.shared.Scope;
import cn.jiping.shared.Slice;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcResultListStore implements ResultListStore {
    /** As {@link ResultState#of} says it. */
    private static final String STATE =
            """
            case when r.passed then 'PASSED'
                when exists (select 1 from score.mark m
                    where m.session_id = r.session_id and m.examinee_id = r.examinee_id
                      and m.score is not null and m.subject <> all(r.open)) then 'KEPT'
                when not exists (select 1 from score.mark m
                    where m.session_id = r.session_id and m.examinee_id = r.examinee_id
                      and m.score is not null)
                  and exists (select 1 from score.mark m
                    where m.session_id = r.session_id and m.examinee_id = r.examinee_id
                      and m.score is null and not m.voided) then 'ABSENT'
                else 'FAILED' end
            """;

    private static final String MATCHING =
            """
            from score.result r
            where r.session_id = :session and r.city = :city
              and (:everywhere or r.city = any(:divisions))
              and (:text = '' or r.name ilike :like or r.occupation ilike :like)
              and (cast(:state as text) is null or :state =
            """
                    + STATE
                    + ")";

    private final JdbcClient jdbc;
    private final ScoreStore scores;

    JdbcResultListStore(JdbcClient jdbc, ScoreStore scores) {
        this.jdbc = jdbc;
        this.scores = scores;
    }

    @Override
    public Slice<ResultView> list(
            Scope scope, SessionId session, DivisionCode city, ResultFilter filter, Paging paging) {
        var where = narrowed(scope, session, city, filter);
        return matching(where, order(filter), examinee -> scores.loadMarks(session, examinee))
                .page(paging);
    }

    @Override
    public void export(
            Scope scope,
            SessionId session,
            DivisionCode city,
            ResultFilter filter,
            Consumer<ResultView> each) {
        var marks = scores.loadMarks(session, city);
        var where = narrowed(scope, session, city, filter);
        matching(where, order(filter), examinee -> marks.getOrDefault(examinee, Map.of()))
                .each(each);
    }

    private PagedRows<ResultView> matching(
            Map<String, @Nullable Object> where,
            String order,
            Function<UUID, Map<ScoredSubject, Mark>> marks) {
        return new PagedRows<>(
                jdbc,
                JdbcScoreStore.COLUMNS,
                MATCHING,
                where,
                order,
                (row, _) ->
                        JdbcScoreStore.result(row, marks.apply(Columns.uuid(row, "examinee_id"))));
    }

    private static Map<String, @Nullable Object> narrowed(
            Scope scope, SessionId session, DivisionCode city, ResultFilter filter) {
        var state = filter.state();
        var params = new HashMap<String, @Nullable Object>(ScopeColumns.parameters(scope));
        params.put("session", session.value());
        params.put("city", city.value());
        params.put("text", filter.text());
        params.put("like", Columns.containing(filter.text()));
        params.put("state", state == null ? null : state.name());
        return params;
    }

    private static String order(ResultFilter filter) {
        var direction = filter.descending() ? " desc" : "";
        var column =
                switch (filter.column()) {
                    case NAME -> "r.name" + direction;
                    case OCCUPATION -> "r.occupation" + direction + ", r.name" + direction;
                    case OUTCOME -> STATE + direction + ", r.name" + direction;
                };
        return " order by " + column + ", r.examinee_id" + direction;
    }
}
