package cn.jiping.exam;

import cn.jiping.database.Columns;
import cn.jiping.plan.SessionId;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcFinalNumbersStore implements FinalNumbersStore {
    private final JdbcClient jdbc;

    JdbcFinalNumbersStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void awaitFinal(SessionId session, Instant finalAt) {
        jdbc.sql(
                        """
                        insert into exam.final_numbers (session_id, final_at) values (:session, :at)
                        on conflict do nothing
                        """)
                .param("session", session.value())
                .param("at", Columns.at(finalAt))
                .update();
    }

    @Override
    public Optional<Instant> loadFinal(SessionId session) {
        return jdbc.sql("select final_at from exam.final_numbers where session_id = :session")
                .param("session", session.value())
                .query((row, _) -> Columns.instant(row, "final_at"))
                .optional();
    }

    @Override
    public Optional<Final> lockFinal(SessionId session) {
        return jdbc.sql(
                        """
                        select final_at, counted_at from exam.final_numbers
                        where session_id = :session for update
                        """)
                .param("session", session.value())
                .query((row, _) ->
                        new Final(
                                Columns.instant(row, "final_at"),
                                Columns.instantOrNull(row, "counted_at") != null))
                .optional();
    }

    @Override
    public void counted(SessionId session, Instant at) {
        jdbc.sql("update exam.final_numbers set counted_at = :at where session_id = :session")
                .param("session", session.value())
                .param("at", Columns.at(at))
                .update();
    }

    @Override
    public void lookAgain(SessionId session, @Nullable Instant at) {
        jdbc.sql("update exam.final_numbers set look_at = :at where session_id = :session")
                .param("session", session.value())
                .param("at", Columns.at(at), Types.TIMESTAMP_WITH_TIMEZONE)
                .update();
    }

    @Override
    public List<SessionId> loadUncounted(Instant now) {
        return sessions("counted_at is null and final_at <= :now", now);
    }

    @Override
    public List<SessionId> loadToLookAt(Instant now) {
        return sessions("look_at <= :now", now);
    }

    private List<SessionId> sessions(String which, Instant now) {
        return jdbc.sql(
                        "select session_id from exam.final_numbers where "
                                + which
                                + " order by session_id")
                .param("now", Columns.at(now))
                .query((row, _) -> new SessionId(Columns.uuid(row, "session_id")))
                .list();
    }

    @Override
    public Optional<Instant> loadNextLook(Instant after) {
        return jdbc.sql(
                        """
                        select min(next_at) as next_at from (
                            select final_at as next_at from exam.final_numbers
                            where counted_at is null and final_at > :after
                            union all
                            select look_at from exam.final_numbers where look_at > :after) n
                        """)
                .param("after", Columns.at(after))
                .query((row, _) -> Optional.ofNullable(Columns.instantOrNull(row, "next_at")))
                .single();
    }
}
