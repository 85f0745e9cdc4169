package cn.jiping.registration;

import cn.jiping.database.Columns;
import cn.jiping.plan.SessionId;
import cn.jiping.shared.DivisionCode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcReviewRoundStore implements ReviewRoundStore {
    private final JdbcClient jdbc;

    JdbcReviewRoundStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public boolean begin(Round round, Instant dueAt) {
        return jdbc.sql(
                                """
                                insert into registration.review_round (session_id, city, stage,
                                    due_at, done)
                                values (:session, :city, :stage, :due, false)
                                on conflict do nothing
                                """)
                        .params(key(round))
                        .param("due", Columns.at(dueAt))
                        .update()
                == 1;
    }

    @Override
    public boolean end(Round round) {
        return jdbc.sql(
                                """
                                update registration.review_round set done = true
                                where session_id = :session and city = :city and stage = :stage
                                  and not done
                                """)
                        .params(key(round))
                        .update()
                == 1;
    }

    private static Map<String, Object> key(Round round) {
        return Map.of(
                "session",
                round.session().value(),
                "city",
                round.city().value(),
                "stage",
                round.stage().name());
    }

    @Override
    public List<Round> loadOver(Instant now, int atMost) {
        return jdbc.sql(
                        """
                        select session_id, city, stage from registration.review_round
                        where not done and due_at <= :now
                        order by due_at, session_id, city limit :limit
                        """)
                .param("now", Columns.at(now))
                .param("limit", atMost)
                .query((row, _) ->
                        new Round(
                                new SessionId(Columns.uuid(row, "session_id")),
                                new DivisionCode(row.getString("city")),
                                ReviewStage.valueOf(row.getString("stage"))))
                .list();
    }

    @Override
    public boolean endUnless(Round round, Set<ApplicationStatus> statuses) {
        return jdbc.sql(
                                """
                                update registration.review_round r set done = true
                                where session_id = :session and city = :city and stage = :stage
                                  and not done
                                  and not exists (select 1 from registration.application a
                                      where a.session_id = :session and a.city = :city
                                        and a.status = any(:statuses))
                                """)
                        .params(key(round))
                        .param("statuses", statuses.stream().map(Enum::name).toArray(String[]::new))
                        .update()
                == 1;
    }
}
