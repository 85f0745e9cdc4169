package cn.jiping.exam;

import cn.jiping.database.Columns;
import cn.jiping.plan.SessionId;
import cn.jiping.shared.DivisionCode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcGroupRosterStore implements GroupRosterStore {
    private static final String SITS =
            " e.session_id = :session and e.city = :city and e.left_at is null"
                    + " and e.postponed_to is null";

    private final JdbcClient jdbc;

    JdbcGroupRosterStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Map<GroupKey, Integer> loadCounts(SessionId session) {
        var counts = new LinkedHashMap<GroupKey, Integer>();
        jdbc.sql(
                        """
                        select city, occupation, level, count(*) as people from exam.examinee
                        where session_id = :session and left_at is null and postponed_to is null
                        group by city, occupation, level order by city, occupation, level
                        """)
                .param("session", session.value())
                .query((row, _) ->
                        Map.entry(JdbcSmallGroupStore.key(session, row), row.getInt("people")))
                .list()
                .forEach(count -> counts.put(count.getKey(), count.getValue()));
        return counts;
    }

    @Override
    public List<Entry> loadMembers(GroupKey key) {
        return jdbc.sql(
                        JdbcRosterStore.ENTRY
                                + " where"
                                + SITS
                                + """
                                 and e.occupation = :occupation and e.level = :level
                                order by e.entered_at, e.id
                                """)
                .params(JdbcSmallGroupStore.of(key))
                .query((row, _) -> JdbcRosterStore.entry(row))
                .list();
    }

    @Override
    public List<Entry> loadUnseated(SessionId session, DivisionCode city) {
        return jdbc.sql(
                        JdbcRosterStore.ENTRY
                                + " where"
                                + SITS
                                + """
                                 and not exists (select 1 from exam.seat s
                                    where s.session_id = e.session_id and s.examinee_id = e.id)
                                order by e.entered_at, e.id
                                """)
                .params(JdbcRosterStore.part(session, city))
                .query((row, _) -> JdbcRosterStore.entry(row))
                .list();
    }

    @Override
    public void unseat(GroupKey key) {
        jdbc.sql(
                        """
                        delete from exam.seat where session_id = :session and examinee_id in (
                            select e.id from exam.examinee e
                            where e.session_id = :session and e.city = :city
                              and e.occupation = :occupation and e.level = :level)
                        """)
                .params(JdbcSmallGroupStore.of(key))
                .update();
    }

    @Override
    public void sitIn(Entry entry, Entry.City city) {
        unseat(entry);
        carryTo(entry.session(), city);
        jdbc.sql("update exam.examinee set city = :city where session_id = :session and id = :id")
                .params(JdbcRosterStore.part(entry.session(), city.division()))
                .param("id", entry.id())
                .update();
    }

    @Override
    public void postpone(Entry entry, LocalDate day, SessionId another, Instant at) {
        unseat(entry);
        jdbc.sql(
                        """
                        update exam.examinee set postponed_to = :day, moved_to = :another
                        where session_id = :session and id = :id
                        """)
                .param("session", entry.session().value())
                .param("id", entry.id())
                .param("another", another.value())
                .param("day", day)
                .update();
        carryTo(another, entry.city());
        jdbc.sql(
                        """
                        insert into exam.examinee (session_id, id, person_id, name, city, occupation,
                            level, subjects, entered_at, moved_from)
                        select :another, id, person_id, name, city, occupation, level, subjects, :at,
                            session_id
                        from exam.examinee where session_id = :session and id = :id
                        """)
                .param("session", entry.session().value())
                .param("id", entry.id())
                .param("another", another.value())
                .param("at", Columns.at(at))
                .update();
        jdbc.sql(
                        """
                        insert into exam.examinee_of_person (person_id, session_id, id)
                        values (:person, :session, :id)
                        """)
                .param("person", entry.person().value())
                .param("session", another.value())
                .param("id", entry.id())
                .update();
    }

    /** A city carries a session from the first on who sits there. */
    private void carryTo(SessionId session, Entry.City city) {
        jdbc.sql(
                        """
                        insert into exam.city_exam (session_id, city, city_name, last_number, version)
                        values (:session, :city, :name, 0, 0)
                        on conflict do nothing
                        """)
                .params(JdbcRosterStore.part(session, city.division()))
                .param("name", city.name())
                .update();
    }

    private void unseat(Entry entry) {
        jdbc.sql("delete from exam.seat where session_id = :session and examinee_id = :id")
                .param("session", entry.session().value())
                .param("id", entry.id())
                .update();
    }
}
