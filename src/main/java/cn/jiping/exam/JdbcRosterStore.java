package cn.jiping.exam;

import cn.jiping.database.Columns;
import cn.jiping.database.ScopeColumns;
import cn.jiping.database.Signatures;
import cn.jiping.institution.SiteId;
import cn.jiping.plan.SessionId;
import cn.jiping.shared.DivisionCode;
import cn.jiping.shared.Paging;
import cn.jiping.shared.PersonId;
import cn.jiping.shared.Scope;
import cn.jiping.shared.Signature;
import cn.jiping.shared.SkillLevel;
import cn.jiping.shared.Slice;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcRosterStore implements RosterStore {
    private static final String EXAM =
            """
            select c.session_id, c.city, c.city_name, c.site_id, c.site_name, c.site_address, c.seed,
                c.alike, c.arranged_at, c.arranged_by, c.arranged_account, c.arranged_person, c.version,
                (select count(*) from exam.examinee e where e.session_id = c.session_id
                    and e.city = c.city and e.left_at is null and e.postponed_to is null)
                    as candidates,
                (select count(*) from exam.seat s where s.session_id = c.session_id
                    and s.city = c.city) as seated
            from exam.city_exam c
            """;
    static final String ENTRY =
            """
            select e.session_id, e.id, e.person_id, e.name, e.city, c.city_name, e.occupation, e.level,
                e.subjects
            from exam.examinee e
            join exam.city_exam c on c.session_id = e.session_id and c.city = e.city
            """;
    private static final String SEAT =
            """
            select e.session_id, e.id, e.person_id, e.name, e.occupation, e.level, e.subjects,
                s.ticket, s.room_id, s.room_name, s.number
            from exam.seat s
            join exam.examinee e on e.session_id = s.session_id and e.id = s.examinee_id
            """;

    private static final String OF_CITY =
            """
             where s.session_id = :session and s.city = :city
              and (:everywhere or s.city = any(:divisions))
              and (:text = '' or s.ticket like :like or e.name ilike :like)
            """;

    private final JdbcClient jdbc;

    JdbcRosterStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public boolean insert(Entry entry, Instant at) {
        var inserted =
                jdbc.sql(
                                """
                                insert into exam.examinee (session_id, id, person_id, name, city,
                                    occupation, level, subjects, entered_at)
                                values (:session, :id, :person, :name, :city, :occupation, :level,
                                    :subjects, :at)
                                on conflict do nothing
                                """)
                        .params(key(entry.session(), entry.id()))
                        .param("person", entry.person().value())
                        .param("name", entry.name())
                        .param("city", entry.city().division().value())
                        .param("occupation", entry.occupation())
                        .param("level", entry.level().code())
                        .param("subjects", names(entry.subjects()))
                        .param("at", Columns.at(at))
                        .update();
        if (inserted == 1) {
            insertPlaces(entry);
        }
        return inserted == 1;
    }

    private void insertPlaces(Entry entry) {
        jdbc.sql(
                        """
                        with place as (
                            insert into exam.examinee_of_person (person_id, session_id, id)
                            values (:person, :session, :id))
                        insert into exam.city_exam (session_id, city, city_name, last_number, version)
                        values (:session, :city, :name, 0, 0)
                        on conflict do nothing
                        """)
                .params(key(entry.session(), entry.id()))
                .param("person", entry.person().value())
                .param("city", entry.city().division().value())
                .param("name", entry.city().name())
                .update();
    }

    private static Map<String, Object> key(SessionId session, UUID id) {
        return Map.of("session", session.value(), "id", id);
    }

    static Map<String, Object> part(SessionId session, DivisionCode city) {
        return Map.of("session", session.value(), "city", city.value());
    }

    private static String[] names(Collection<Subject> subjects) {
        return subjects.stream().sorted().map(Subject::name).toArray(String[]::new);
    }

    @Override
    public boolean leave(SessionId session, UUID id, Instant at) {
        return jdbc.sql(
                                """
                                update exam.examinee set left_at = :at
                                where session_id = :session and id = :id and left_at is null
                                """)
                        .params(key(session, id))
                        .param("at", Columns.at(at))
                        .update()
                == 1;
    }

    @Override
    public Optional<SessionId> loadMovedTo(SessionId session, UUID id) {
        return jdbc.sql(
                        """
                        select moved_to from exam.examinee
                        where session_id = :session and id = :id and moved_to is not null
                        """)
                .params(key(session, id))
                .query((row, _) -> new SessionId(Columns.uuid(row, "moved_to")))
                .optional();
    }

    @Override
    public Optional<Entry> loadEntry(SessionId session, UUID id) {
        return jdbc.sql(
                        ENTRY
                                + " where e.session_id = :session and e.id = :id and e.left_at is null")
                .params(key(session, id))
                .query((row, _) -> entry(row))
                .optional();
    }

    @Override
    public List<Entry> loadEntries(SessionId session, DivisionCode city) {
        return jdbc.sql(
                        ENTRY
                                + """
                                 where e.session_id = :session and e.city = :city
                                  and e.left_at is null and e.postponed_to is null
                                order by e.entered_at, e.id
                                """)
                .params(part(session, city))
                .query((row, _) -> entry(row))
                .list();
    }

    static Entry entry(ResultSet row) throws SQLException {
        return new Entry(
                new SessionId(Columns.uuid(row, "session_id")),
                Columns.uuid(row, "id"),
                new PersonId(Columns.uuid(row, "person_id")),
                Columns.text(row, "name"),
                new Entry.City(
                        new DivisionCode(Columns.text(row, "city")),
                        Columns.text(row, "city_name")),
                Columns.text(row, "occupation"),
                SkillLevel.ofCode(Columns.text(row, "level")).orElseThrow(),
                subjects(row));
    }

    private static Set<Subject> subjects(ResultSet row) throws SQLException {
        return Arrays.stream((String[]) row.getArray("subjects").getArray())
                .map(Subject::valueOf)
                .collect(Collectors.toSet());
    }

    @Override
    public Map<String, Integer> countByOccupation(
            Scope scope, SessionId session, DivisionCode city) {
        var counts = new LinkedHashMap<String, Integer>();
        jdbc.sql(
                        """
                        select occupation, count(*) as people from exam.examinee
                        where session_id = :session and city = :city
                          and left_at is null and postponed_to is null
                          and (:everywhere or city = any(:divisions))
                        group by occupation order by people desc, occupation
                        """)
                .params(part(session, city))
                .params(ScopeColumns.parameters(scope))
                .query((row, _) -> Map.entry(Columns.text(row, "occupation"), row.getInt("people")))
                .list()
                .forEach(entry -> counts.put(entry.getKey(), entry.getValue()));
        return counts;
    }

    @Override
    public Optional<CityExam> load(SessionId session, DivisionCode city) {
        return jdbc.sql(EXAM + " where c.session_id = :session and c.city = :city")
                .params(part(session, city))
                .query((row, _) -> exam(row))
                .optional();
    }

    @Override
    public List<CityExam> list(Scope scope, SessionId session) {
        return jdbc.sql(
                        EXAM
                                + """
                                 where c.session_id = :session and (:everywhere or c.city = any(:divisions))
                                order by c.city
                                """)
                .param("session", session.value())
                .params(ScopeColumns.parameters(scope))
                .query((row, _) -> exam(row))
                .list();
    }

    private static CityExam exam(ResultSet row) throws SQLException {
        return new CityExam(
                new SessionId(Columns.uuid(row, "session_id")),
                new Entry.City(
                        new DivisionCode(Columns.text(row, "city")),
                        Columns.text(row, "city_name")),
                arranged(row),
                row.getInt("candidates"),
                row.getInt("seated"),
                row.getInt("version"));
    }

    private static CityExam.@Nullable Arranged arranged(ResultSet row) throws SQLException {
        var by = Signatures.signatureOrNull(row, "arranged_");
        return by == null
                ? null
                : new CityExam.Arranged(
                        new SiteId(Columns.uuid(row, "site_id")),
                        Columns.text(row, "site_name"),
                        Columns.text(row, "site_address"),
                        row.getLong("seed"),
                        row.getLong("alike"),
                        by);
    }

    @Override
    public boolean rearrange(CityExam exam, List<Ticketed> seats, int seen) {
        var arranged = Objects.requireNonNull(exam.arranged());
        var updated =
                jdbc.sql(
                                """
                                update exam.city_exam set site_id = :site, site_name = :name,
                                    site_address = :address, seed = :seed, alike = :alike,
                                    arranged_at = :at, arranged_by = :by, arranged_account = :account,
                                    arranged_person = :person, changed_at = :at, changed_by = :by,
                                    changed_account = :account, changed_person = :person,
                                    last_number = :last, version = version + 1
                                where session_id = :session and city = :city and version = :seen
                                """)
                        .params(part(exam.session(), exam.city().division()))
                        .param("site", arranged.site().value())
                        .param("name", arranged.name())
                        .param("address", arranged.address())
                        .param("seed", arranged.seed())
                        .param("alike", arranged.alike())
                        .params(Signatures.signed(arranged.by()))
                        .param("last", seats.size())
                        .param("seen", seen)
                        .update();
        if (updated == 1) {
            jdbc.sql("delete from exam.seat where session_id = :session and city = :city")
                    .params(part(exam.session(), exam.city().division()))
                    .update();
            seats.forEach(seat -> insertSeat(exam, seat));
        }
        return updated == 1;
    }

    @Override
    public int loadTasksEnded(SessionId session, DivisionCode city) {
        return jdbc.sql(
                        """
                        select coalesce(max(tasks_ended), 0) from exam.city_exam
                        where session_id = :session and city = :city
                        """)
                .params(part(session, city))
                .query(Integer.class)
                .single();
    }

    @Override
    public void taskEnded(SessionId session, DivisionCode city) {
        jdbc.sql(
                        """
                        update exam.city_exam set tasks_ended = tasks_ended + 1
                        where session_id = :session and city = :city
                        """)
                .params(part(session, city))
                .update();
    }

    @Override
    public int nextNumber(SessionId session, DivisionCode city, Signature by) {
        return jdbc.sql(
                        """
                        update exam.city_exam set last_number = last_number + 1, version = version + 1,
                            changed_at = :at, changed_by = :by, changed_account = :account,
                            changed_person = :person
                        where session_id = :session and city = :city
                        returning last_number
                        """)
                .params(part(session, city))
                .params(Signatures.signed(by))
                .query(Integer.class)
                .single();
    }

    @Override
    public Optional<Signature> loadHand(SessionId session, DivisionCode city) {
        return jdbc.sql(
                        """
                        select changed_at, changed_by, changed_account, changed_person
                        from exam.city_exam
                        where session_id = :session and city = :city and changed_at is not null
                        """)
                .params(part(session, city))
                .query((row, _) -> Signatures.signature(row, "changed_"))
                .optional();
    }

    @Override
    public void insertSeat(CityExam exam, Ticketed seat) {
        jdbc.sql(
                        """
                        insert into exam.seat (session_id, examinee_id, city, room_id, room_name, number,
                            ticket)
                        values (:session, :examinee, :city, :room, :name, :number, :ticket)
                        """)
                .params(part(exam.session(), exam.city().division()))
                .param("examinee", seat.seat().examinee())
                .param("room", seat.seat().room())
                .param("name", seat.room())
                .param("number", seat.seat().number())
                .param("ticket", seat.ticket())
                .update();
    }

    @Override
    public void deleteSeat(SessionId session, UUID examinee) {
        jdbc.sql("delete from exam.seat where session_id = :session and examinee_id = :id")
                .params(key(session, examinee))
                .update();
    }

    @Override
    public List<Seated> loadSeats(SessionId session, DivisionCode city) {
        return jdbc.sql(SEAT + " where s.session_id = :session and s.city = :city")
                .params(part(session, city))
                .query((row, _) ->
                        new Seated(
                                Columns.uuid(row, "id"),
                                Columns.text(row, "occupation"),
                                Columns.uuid(row, "room_id"),
                                row.getInt("number")))
                .list();
    }

    @Override
    public List<SeatView> exportSeats(Scope scope, SessionId session, DivisionCode city) {
        return seats(scope, session, city, "", "").query((row, _) -> seat(row)).list();
    }

    @Override
    public List<SeatView> listSeatsIn(
            Scope scope, SessionId session, DivisionCode city, UUID room) {
        return jdbc.sql(SEAT + OF_CITY + " and s.room_id = :room order by s.number")
                .params(part(session, city))
                .params(ScopeColumns.parameters(scope))
                .param("text", "")
                .param("like", "")
                .param("room", room)
                .query((row, _) -> seat(row))
                .list();
    }

    @Override
    public Slice<SeatView> listSeats(
            Scope scope, SessionId session, DivisionCode city, String text, Paging paging) {
        var total =
                jdbc.sql(
                                """
                                select count(*) from exam.seat s
                                join exam.examinee e on e.session_id = s.session_id and e.id = s.examinee_id
                                """
                                        + OF_CITY)
                        .params(part(session, city))
                        .params(ScopeColumns.parameters(scope))
                        .param("text", text)
                        .param("like", Columns.containing(text))
                        .query(Long.class)
                        .single();
        var rows =
                seats(scope, session, city, text, " limit :limit offset :offset")
                        .param("limit", paging.size())
                        .param("offset", paging.offset())
                        .query((row, _) -> seat(row))
                        .list();
        return new Slice<>(rows, total, paging);
    }

    private JdbcClient.StatementSpec seats(
            Scope scope, SessionId session, DivisionCode city, String text, String part) {
        return jdbc.sql(
                        SEAT
                                + OF_CITY
                                + " order by length(s.room_name), s.room_name, s.number"
                                + part)
                .params(part(session, city))
                .params(ScopeColumns.parameters(scope))
                .param("text", text)
                .param("like", Columns.containing(text));
    }

    @Override
    public Optional<SeatView> loadSeat(SessionId session, UUID examinee) {
        return jdbc.sql(SEAT + " where s.session_id = :session and s.examinee_id = :id")
                .params(key(session, examinee))
                .query((row, _) -> seat(row))
                .optional();
    }

    private static SeatView seat(ResultSet row) throws SQLException {
        return new SeatView(
                new SessionId(Columns.uuid(row, "session_id")),
                Columns.uuid(row, "id"),
                new PersonId(Columns.uuid(row, "person_id")),
                Columns.text(row, "name"),
                Columns.text(row, "occupation"),
                SkillLevel.ofCode(Columns.text(row, "level")).orElseThrow(),
                subjects(row),
                Columns.text(row, "ticket"),
                Columns.uuid(row, "room_id"),
                Columns.text(row, "room_name"),
                row.getInt("number"));
    }

    @Override
    public List<Entry> listOf(Scope scope, PersonId person) {
        return jdbc.sql(
                        ENTRY
                                + """
                                 join exam.examinee_of_person p on p.session_id = e.session_id and p.id = e.id
                                where p.person_id = :person and e.left_at is null and e.moved_to is null
                                  and (:everywhere or p.person_id = any(:persons))
                                order by e.entered_at desc
                                """)
                .param("person", person.value())
                .params(ScopeColumns.parameters(scope))
                .query((row, _) -> entry(row))
                .list();
    }
}
