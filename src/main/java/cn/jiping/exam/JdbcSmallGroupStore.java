package cn.jiping.exam;

import cn.jiping.database.Columns;
import cn.jiping.database.ScopeColumns;
import cn.jiping.database.Signatures;
import cn.jiping.plan.SessionId;
import cn.jiping.shared.DivisionCode;
import cn.jiping.shared.Scope;
import cn.jiping.shared.Signature;
import cn.jiping.shared.SkillLevel;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcSmallGroupStore implements SmallGroupStore {
    private static final String GROUP =
            """
            select session_id, id, city, city_name, occupation, level, candidates, status, round,
                opened_at, due_on, proposed_city, proposed_name, proposed_day, proposed_reason,
                proposed_at, proposed_by, proposed_account, proposed_person, returned_reason,
                decided_city, decided_name, decided_day, decided_reason, decided_at, decided_by,
                decided_account, decided_person, version
            from exam.small_group
            """;
    private static final String SITS =
            " e.session_id = :session and e.city = :city and e.left_at is null"
                    + " and e.postponed_to is null";

    private final JdbcClient jdbc;

    JdbcSmallGroupStore(JdbcClient jdbc) {
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
                .query((row, _) -> Map.entry(key(session, row), row.getInt("people")))
                .list()
                .forEach(count -> counts.put(count.getKey(), count.getValue()));
        return counts;
    }

    private static GroupKey key(SessionId session, ResultSet row) throws SQLException {
        return new GroupKey(
                session,
                new DivisionCode(Columns.text(row, "city")),
                Columns.text(row, "occupation"),
                SkillLevel.ofCode(Columns.text(row, "level")).orElseThrow());
    }

    private static Map<String, Object> of(GroupKey key) {
        return Map.of(
                "session",
                key.session().value(),
                "city",
                key.city().value(),
                "occupation",
                key.occupation(),
                "level",
                key.level().code());
    }

    private static Map<String, Object> part(SessionId session, DivisionCode city) {
        return Map.of("session", session.value(), "city", city.value());
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
                .params(of(key))
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
                .params(part(session, city))
                .query((row, _) -> JdbcRosterStore.entry(row))
                .list();
    }

    @Override
    public void insert(SmallGroup group, Signature by) {
        jdbc.sql(
                        """
                        insert into exam.small_group (session_id, id, city, city_name, occupation,
                            level, candidates, status, round, opened_at, due_on, version, changed_at,
                            changed_by, changed_account, changed_person)
                        values (:session, :id, :city, :name, :occupation, :level, :candidates,
                            :status, :round, :opened, :due, 0, :changed_at, :changed_by,
                            :changed_account, :changed_person)
                        """)
                .params(of(group.key()))
                .params(Signatures.signed("changed_", by))
                .params(course(group))
                .param("name", group.city().name())
                .update();
    }

    private static Map<String, @Nullable Object> course(SmallGroup group) {
        var course = group.course();
        var params = new HashMap<String, @Nullable Object>();
        params.put("id", group.id());
        params.put("candidates", group.candidates());
        params.put("status", course.status().name());
        params.put("round", course.round());
        params.put("opened", Columns.at(course.openedAt()));
        params.put("due", course.dueOn());
        return params;
    }

    @Override
    public boolean update(SmallGroup group, Signature by) {
        var steps = group.steps();
        var updated =
                jdbc.sql(
                                """
                                update exam.small_group set candidates = :candidates,
                                    status = :status, round = :round, opened_at = :opened,
                                    due_on = :due, proposed_city = :proposed_city,
                                    proposed_name = :proposed_name, proposed_day = :proposed_day,
                                    proposed_reason = :proposed_reason,
                                    proposed_at = :proposed_at, proposed_by = :proposed_by,
                                    proposed_account = :proposed_account,
                                    proposed_person = :proposed_person,
                                    returned_reason = :returned, decided_city = :decided_city,
                                    decided_name = :decided_name, decided_day = :decided_day,
                                    decided_reason = :decided_reason, decided_at = :decided_at,
                                    decided_by = :decided_by, decided_account = :decided_account,
                                    decided_person = :decided_person, changed_at = :changed_at,
                                    changed_by = :changed_by, changed_account = :changed_account,
                                    changed_person = :changed_person, version = version + 1
                                where session_id = :session and id = :id and version = :seen
                                """)
                        .params(course(group))
                        .param("session", group.key().session().value())
                        .params(step("proposed_", steps.proposed()))
                        .param("returned", steps.returned(), Types.VARCHAR)
                        .params(step("decided_", steps.decided()))
                        .params(Signatures.signed("changed_", by))
                        .param("seen", group.version())
                        .update();
        if (updated == 1) {
            group.stored();
        }
        return updated == 1;
    }

    @Override
    public Optional<Signature> loadHand(SessionId session, UUID group) {
        return jdbc.sql(
                        """
                        select changed_at, changed_by, changed_account, changed_person
                        from exam.small_group
                        where session_id = :session and id = :id and changed_at is not null
                        """)
                .param("session", session.value())
                .param("id", group)
                .query((row, _) -> Signatures.signature(row, "changed_"))
                .optional();
    }

    private static Map<String, @Nullable Object> step(
            String prefix, SmallGroup.@Nullable Signed step) {
        var params =
                new HashMap<String, @Nullable Object>(
                        Signatures.signed(prefix, step == null ? null : step.by()));
        params.putAll(measure(prefix, step == null ? null : step.measure()));
        params.put(prefix + "reason", step == null ? null : step.reason());
        return params;
    }

    private static Map<String, @Nullable Object> measure(
            String prefix, @Nullable GroupMeasure measure) {
        var city = measure == null ? Optional.<Entry.City>empty() : measure.city();
        var params = new HashMap<String, @Nullable Object>();
        params.put(prefix + "city", city.map(one -> one.division().value()).orElse(null));
        params.put(prefix + "name", city.map(Entry.City::name).orElse(null));
        params.put(prefix + "day", measure == null ? null : measure.day().orElse(null));
        return params;
    }

    @Override
    public Optional<SmallGroup> load(GroupKey key) {
        return jdbc.sql(
                        GROUP
                                + """
                                where session_id = :session and city = :city
                                  and occupation = :occupation and level = :level
                                """)
                .params(of(key))
                .query((row, _) -> group(row))
                .optional();
    }

    @Override
    public List<SmallGroup> loadWaiting(SessionId session, DivisionCode city) {
        return jdbc.sql(
                        GROUP
                                + """
                                where session_id = :session and status in ('OPEN', 'PROPOSED')
                                  and (city = :city or proposed_city = :city)
                                order by city, occupation, level
                                """)
                .params(part(session, city))
                .query((row, _) -> group(row))
                .list();
    }

    @Override
    public List<SmallGroup> loadPooledInto(GroupKey key) {
        return jdbc.sql(
                        GROUP
                                + """
                                where session_id = :session and decided_city = :city
                                  and occupation = :occupation and level = :level
                                  and status = 'DECIDED'
                                order by city
                                """)
                .params(of(key))
                .query((row, _) -> group(row))
                .list();
    }

    @Override
    public Optional<SmallGroup> find(Scope scope, SessionId session, UUID id) {
        return jdbc.sql(
                        GROUP
                                + """
                                where session_id = :session and id = :id
                                  and (:everywhere or city = any(:divisions))
                                """)
                .params(ScopeColumns.parameters(scope))
                .param("session", session.value())
                .param("id", id)
                .query((row, _) -> group(row))
                .optional();
    }

    @Override
    public List<SmallGroup> list(Scope scope, SessionId session) {
        return jdbc.sql(
                        GROUP
                                + """
                                where session_id = :session
                                  and (:everywhere or city = any(:divisions))
                                order by city, occupation, level
                                """)
                .params(ScopeColumns.parameters(scope))
                .param("session", session.value())
                .query((row, _) -> group(row))
                .list();
    }

    private static SmallGroup group(ResultSet row) throws SQLException {
        return new SmallGroup(
                Columns.uuid(row, "id"),
                key(new SessionId(Columns.uuid(row, "session_id")), row),
                Columns.text(row, "city_name"),
                row.getInt("candidates"),
                new SmallGroup.Course(
                        SmallGroupStatus.valueOf(Columns.text(row, "status")),
                        row.getInt("round"),
                        Columns.instant(row, "opened_at"),
                        Columns.date(row, "due_on")),
                new SmallGroup.Steps(
                        step(row, "proposed_"),
                        row.getString("returned_reason"),
                        step(row, "decided_")),
                row.getInt("version"));
    }

    private static SmallGroup.@Nullable Signed step(ResultSet row, String prefix)
            throws SQLException {
        var by = Signatures.signatureOrNull(row, prefix);
        return by == null
                ? null
                : new SmallGroup.Signed(
                        measure(row, prefix), Columns.text(row, prefix + "reason"), by);
    }

    private static GroupMeasure measure(ResultSet row, String prefix) throws SQLException {
        var city = row.getString(prefix + "city");
        return city == null
                ? new GroupMeasure.Move(Columns.date(row, prefix + "day"))
                : new GroupMeasure.Pool(
                        new Entry.City(new DivisionCode(city), Columns.text(row, prefix + "name")));
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
                .params(of(key))
                .update();
    }

    @Override
    public void sitIn(Entry entry, Entry.City city) {
        unseat(entry);
        carryTo(entry.session(), city);
        jdbc.sql("update exam.examinee set city = :city where session_id = :session and id = :id")
                .params(part(entry.session(), city.division()))
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
                .params(part(session, city.division()))
                .param("name", city.name())
                .update();
    }

    private void unseat(Entry entry) {
        jdbc.sql("delete from exam.seat where session_id = :session and examinee_id = :id")
                .param("session", entry.session().value())
                .param("id", entry.id())
                .update();
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
                .params(measure("new_", changed.measure()))
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
                                measure(row, "new_"),
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
                .params(part(session, home))
                .query((row, _) -> Optional.ofNullable(row.getObject("last", LocalDate.class)))
                .single();
    }
}
