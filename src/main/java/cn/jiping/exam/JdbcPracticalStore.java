package cn.jiping.exam;

import cn.jiping.database.Columns;
import cn.jiping.database.ScopeColumns;
import cn.jiping.database.Signatures;
import cn.jiping.institution.SiteId;
import cn.jiping.plan.SessionId;
import cn.jiping.shared.DivisionCode;
import cn.jiping.shared.Scope;
import cn.jiping.shared.SkillLevel;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcPracticalStore implements PracticalStore {
    private static final String PLACE =
            """
            select p.session_id, p.city, p.occupation, p.level, p.sitting, p.site_id, p.site_name,
                p.site_address, p.day, p.report_at, p.note, p.reason, p.entered_at, p.entered_by,
                p.entered_account, p.entered_person, p.version
            """;
    private static final String KEY =
            """
             where session_id = :session and city = :city and occupation = :occupation
              and level = :level and sitting = :sitting
            """;

    private final JdbcClient jdbc;

    JdbcPracticalStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private static Map<String, Object> key(Key key) {
        return Map.of(
                "session", key.session().value(),
                "city", key.city().value(),
                "occupation", key.occupation(),
                "level", key.level().code(),
                "sitting", key.sitting().name());
    }

    @Override
    public List<Group> listGroups(Scope scope, SessionId session) {
        return jdbc.sql(
                        """
                        select e.city, c.city_name, e.occupation, e.level,
                            count(*) filter (where 'THEORY' = any(e.subjects)) as theory,
                            count(*) filter (where 'SKILLS' = any(e.subjects)) as skills,
                            count(*) filter (where 'REVIEW' = any(e.subjects)) as review
                        from exam.examinee e
                        join exam.city_exam c on c.session_id = e.session_id and c.city = e.city
                        where e.session_id = :session and e.left_at is null
                          and e.postponed_to is null and (:everywhere or e.city = any(:divisions))
                        group by e.city, c.city_name, e.occupation, e.level
                        order by e.city, e.occupation, e.level
                        """)
                .param("session", session.value())
                .params(ScopeColumns.parameters(scope))
                .query((row, _) -> group(row))
                .list();
    }

    private static Group group(ResultSet row) throws SQLException {
        return new Group(
                new Entry.City(
                        new DivisionCode(Columns.text(row, "city")),
                        Columns.text(row, "city_name")),
                Columns.text(row, "occupation"),
                SkillLevel.ofCode(Columns.text(row, "level")).orElseThrow(),
                Map.of(
                        Subject.THEORY, row.getInt("theory"),
                        Subject.SKILLS, row.getInt("skills"),
                        Subject.REVIEW, row.getInt("review")));
    }

    @Override
    public Map<Key, PracticalPlace> list(Scope scope, SessionId session) {
        var places = new HashMap<Key, PracticalPlace>();
        jdbc.sql(
                        PLACE
                                + """
                                from exam.practical_arrangement p
                                where p.session_id = :session
                                  and (:everywhere or p.city = any(:divisions))
                                """)
                .param("session", session.value())
                .params(ScopeColumns.parameters(scope))
                .query((row, _) -> Map.entry(keyOf(row), place(row)))
                .list()
                .forEach(entry -> places.put(entry.getKey(), entry.getValue()));
        return places;
    }

    private static Key keyOf(ResultSet row) throws SQLException {
        return new Key(
                new SessionId(Columns.uuid(row, "session_id")),
                new DivisionCode(Columns.text(row, "city")),
                Columns.text(row, "occupation"),
                SkillLevel.ofCode(Columns.text(row, "level")).orElseThrow(),
                Sitting.valueOf(Columns.text(row, "sitting")));
    }

    private static PracticalPlace place(ResultSet row) throws SQLException {
        return new PracticalPlace(
                new PracticalDraft(
                        new SiteId(Columns.uuid(row, "site_id")),
                        Columns.date(row, "day"),
                        Objects.requireNonNull(row.getObject("report_at", LocalTime.class)),
                        Columns.text(row, "note")),
                Columns.text(row, "site_name"),
                Columns.text(row, "site_address"),
                row.getString("reason"),
                Signatures.signature(row, "entered_"),
                row.getInt("version"));
    }

    @Override
    public Optional<PracticalPlace> load(Key key) {
        return jdbc.sql(PLACE + " from exam.practical_arrangement p" + KEY)
                .params(key(key))
                .query((row, _) -> place(row))
                .optional();
    }

    @Override
    public List<SessionId> loadSessionsAt(SiteId site, LocalDate from) {
        return jdbc.sql(
                        """
                        select distinct session_id from exam.practical_arrangement
                        where site_id = :site and day >= :from
                        order by session_id
                        """)
                .param("site", site.value())
                .param("from", from)
                .query((row, _) -> new SessionId(Columns.uuid(row, "session_id")))
                .list();
    }

    @Override
    public Map<Sitting, PracticalPlace> loadOf(SessionId session, UUID examinee) {
        var places = new EnumMap<Sitting, PracticalPlace>(Sitting.class);
        jdbc.sql(
                        PLACE
                                + """
                                , e.subjects from exam.examinee e
                                join exam.practical_arrangement p on p.session_id = e.session_id
                                  and p.city = e.city and p.occupation = e.occupation
                                  and p.level = e.level
                                where e.session_id = :session and e.id = :examinee
                                  and e.left_at is null and e.postponed_to is null
                                """)
                .param("session", session.value())
                .param("examinee", examinee)
                .query(row -> {
                    var sitting = Sitting.valueOf(Columns.text(row, "sitting"));
                    if (subjects(row).contains(sitting.subject().name())) {
                        places.put(sitting, place(row));
                    }
                });
        return places;
    }

    private static List<String> subjects(ResultSet row) throws SQLException {
        return Arrays.asList((String[]) row.getArray("subjects").getArray());
    }

    @Override
    public boolean insert(Key key, PracticalPlace place) {
        return write(
                key,
                place,
                """
                insert into exam.practical_arrangement (session_id, city, occupation, level, sitting,
                    site_id, site_name, site_address, day, report_at, note, reason, entered_at,
                    entered_by, entered_account, entered_person, version)
                values (:session, :city, :occupation, :level, :sitting, :site, :name, :address, :day,
                    :report, :note, :reason, :entered_at, :entered_by, :entered_account,
                    :entered_person, :seen + 1)
                on conflict do nothing
                """);
    }

    @Override
    public boolean update(Key key, PracticalPlace place) {
        return write(
                key,
                place,
                """
                update exam.practical_arrangement set site_id = :site, site_name = :name,
                    site_address = :address, day = :day, report_at = :report, note = :note,
                    reason = :reason, entered_at = :entered_at, entered_by = :entered_by,
                    entered_account = :entered_account, entered_person = :entered_person,
                    version = version + 1
                """
                        + KEY
                        + " and version = :seen");
    }

    private boolean write(Key key, PracticalPlace place, String sql) {
        var what = place.what();
        return jdbc.sql(sql)
                        .params(key(key))
                        .param("site", what.site().value())
                        .param("name", place.siteName())
                        .param("address", place.address())
                        .param("day", what.day())
                        .param("report", what.reportAt())
                        .param("note", what.note())
                        .param("reason", place.reason(), Types.VARCHAR)
                        .params(Signatures.signed("entered_", place.by()))
                        .param("seen", place.version())
                        .update()
                == 1;
    }

    @Override
    public boolean begun(Key key) {
        return jdbc.sql(
                        """
                        select exists (
                            select 1 from exam.attendance a
                            join exam.examinee e on e.session_id = a.session_id
                              and e.id = a.examinee_id
                            where a.session_id = :session and a.city = :city
                              and a.sitting = :sitting and a.state = 'PRESENT'
                              and e.occupation = :occupation and e.level = :level)
                        """)
                .params(key(key))
                .query(Boolean.class)
                .single();
    }
}
