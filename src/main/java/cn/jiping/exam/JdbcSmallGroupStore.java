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
import java.util.HashMap;
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

    private final JdbcClient jdbc;

    JdbcSmallGroupStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    static GroupKey key(SessionId session, ResultSet row) throws SQLException {
        return new GroupKey(
                session,
                new DivisionCode(Columns.text(row, "city")),
                Columns.text(row, "occupation"),
                SkillLevel.ofCode(Columns.text(row, "level")).orElseThrow());
    }

    static Map<String, Object> of(GroupKey key) {
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

    private static SmallGroup.@Nullable Signed step(ResultSet row, String prefix)
            throws SQLException {
        var by = Signatures.signatureOrNull(row, prefix);
        return by == null
                ? null
                : new SmallGroup.Signed(
                        measure(row, prefix), Columns.text(row, prefix + "reason"), by);
    }

    static Map<String, @Nullable Object> measure(String prefix, @Nullable GroupMeasure measure) {
        var city = measure == null ? Optional.<Entry.City>empty() : measure.city();
        var params = new HashMap<String, @Nullable Object>();
        params.put(prefix + "city", city.map(one -> one.division().value()).orElse(null));
        params.put(prefix + "name", city.map(Entry.City::name).orElse(null));
        params.put(prefix + "day", measure == null ? null : measure.day().orElse(null));
        return params;
    }

    static GroupMeasure measure(ResultSet row, String prefix) throws SQLException {
        var city = row.getString(prefix + "city");
        return city == null
                ? new GroupMeasure.Move(Columns.date(row, prefix + "day"))
                : new GroupMeasure.Pool(
                        new Entry.City(new DivisionCode(city), Columns.text(row, prefix + "name")));
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
                .params(JdbcRosterStore.part(session, city))
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
}
