package cn.jiping.exam;

import cn.jiping.database.Columns;
import cn.jiping.plan.SessionId;
import cn.jiping.shared.DivisionCode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcChangedExamStore implements ChangedExamStore {
    private final JdbcClient jdbc;

    JdbcChangedExamStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void keep(Entry entry, ChangedExam changed) {
        jdbc.sql(
                        """
                        insert into exam.changed_exam (session_id, examinee_id, home_city, home_name,
                            city, city_name, day, reason, told_at, withdraw_until)
                        values (:session, :id, :home, :homeName, :new_city, :new_name, :new_day,
                            :reason, :at, :until)
                        on conflict (session_id, examinee_id) do update set city = excluded.city,
                            city_name = excluded.city_name, day = excluded.day,
                            reason = excluded.reason, told_at = excluded.told_at,
                            withdraw_until = excluded.withdraw_until
                        """)
                .params(JdbcSmallGroupStore.measure("new_", changed.measure()))
                .param("session", entry.session().value())
                .param("id", entry.id())
                .param("home", changed.home().division().value())
                .param("homeName", changed.home().name())
                .param("reason", changed.reason())
                .param("at", Columns.at(changed.toldAt()))
                .param("until", changed.withdrawUntil())
                .update();
    }

    @Override
    public Optional<ChangedExam> loadChanged(SessionId session, UUID examinee) {
        return jdbc.sql(
                        """
                        select home_city, home_name, city as new_city, city_name as new_name,
                            day as new_day, reason, told_at, withdraw_until
                        from exam.changed_exam
                        where examinee_id = :id and session_id = coalesce(
                            (select moved_from from exam.examinee
                                where session_id = :session and id = :id), :session)
                        """)
                .param("session", session.value())
                .param("id", examinee)
                .query((row, _) ->
                        new ChangedExam(
                                home(row),
                                JdbcSmallGroupStore.measure(row, "new_"),
                                Columns.text(row, "reason"),
                                Columns.instant(row, "told_at"),
                                Columns.date(row, "withdraw_until")))
                .optional();
    }

    private static Entry.City home(ResultSet row) throws SQLException {
        return new Entry.City(
                new DivisionCode(Columns.text(row, "home_city")), Columns.text(row, "home_name"));
    }

    @Override
    public Map<Entry.City, Integer> loadHomeCounts(SessionId session) {
        var counts = new LinkedHashMap<Entry.City, Integer>();
        jdbc.sql(
                        """
                        select coalesce(h.home_city, e.city) as home_city,
                            coalesce(h.home_name, c.city_name) as home_name,
                            count(*) filter (where e.left_at is null) as people
                        from exam.examinee e
                        join exam.city_exam c on c.session_id = e.session_id and c.city = e.city
                        left join exam.changed_exam h
                            on h.session_id = e.session_id and h.examinee_id = e.id
                        where e.session_id = :session
                        group by 1, 2 order by 1
                        """)
                .param("session", session.value())
                .query((row, _) -> Map.entry(home(row), row.getInt("people")))
                .list()
                .forEach(count -> counts.put(count.getKey(), count.getValue()));
        return counts;
    }

    @Override
    public Optional<LocalDate> loadLastWithdrawal(SessionId session, DivisionCode home) {
        return jdbc.sql(
                        """
                        select max(withdraw_until) as last from exam.changed_exam
                        where session_id = :session and home_city = :city
                        """)
                .params(JdbcRosterStore.part(session, home))
                .query((row, _) -> Optional.ofNullable(row.getObject("last", LocalDate.class)))
                .single();
    }
}
