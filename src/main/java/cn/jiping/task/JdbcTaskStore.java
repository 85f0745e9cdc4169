package cn.jiping.task;

import cn.jiping.database.Columns;
import cn.jiping.shared.AccountId;
import cn.jiping.shared.Role;
import cn.jiping.shared.Source;
import cn.jiping.shared.Stale;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcTaskStore implements TaskStore {
    private static final String WHOLE =
            """
            select id, key, kind, done_by_hand, title, subject_type, subject_id, path, opened_at,
                place, place_name, doers, escalated, due_at, source_document, source_clause, source_practice,
                reminders, escalation, escalation_step, next_at, status, claimed_by, claimed_name, claimed_at,
                handed_by, handed_name, handed_at, handed_place, handed_place_name, handed_doers,
                ended_at, ended_by, ended_reason, version
            from task.task
            """;
    private final JdbcClient jdbc;

    JdbcTaskStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public boolean add(Task task) {
        var origin = task.origin();
        var deadline = origin.deadline();
        var source = origin.source();
        return jdbc.sql(
                                """
                                insert into task.task (id, key, kind, done_by_hand, title, subject_type, subject_id,
                                    path, opened_at, due_at, order_at, source_document, source_clause,
                                    source_practice, reminders, escalation, place, place_name, office, doers,
                                    escalated, roles, escalation_step, next_at, status, version)
                                values (:id, :key, :kind, :byHand, :title, :subjectType, :subjectId,
                                    :path, :openedAt, :dueAt, :orderAt, :document, :clause,
                                    :practice, :reminders, :escalation, :place, :placeName, :office, :doers,
                                    :escalated, :roles, :step, :nextAt, :status, 0)
                                on conflict (key) do nothing
                                """)
                        .params(changing(task))
                        .param("key", origin.key())
                        .param("kind", origin.kind().code())
                        .param("byHand", origin.kind().doneByHand())
                        .param("title", origin.title())
                        .param("subjectType", origin.subject().type())
                        .param("subjectId", origin.subject().id())
                        .param("path", origin.subject().path())
                        .param("openedAt", Columns.at(origin.openedAt()))
                        .param("dueAt", deadline == null ? null : Columns.at(deadline.dueAt()))
                        .param(
                                "orderAt",
                                Columns.at(
                                        deadline == null
                                                ? JdbcTaskColumns.NEVER
                                                : deadline.dueAt()))
                        .param("document", source instanceof Source.Clause c ? c.document() : null)
                        .param("clause", source instanceof Source.Clause c ? c.clause() : null)
                        .param("practice", source instanceof Source.Practice p ? p.why() : null)
                        .param("reminders", reminders(deadline))
                        .param(
                                "escalation",
                                deadline == null ? "NONE" : deadline.escalation().name())
                        .update()
                == 1;
    }

    private static Integer[] reminders(@Nullable Deadline deadline) {
        return deadline == null
                ? new Integer[0]
                : deadline.remindDaysBefore().toArray(Integer[]::new);
    }

    @Override
    public void save(Task task) {
        var updated =
                jdbc.sql(
                                """
                                update task.task
                                set place = :place, place_name = :placeName, office = :office, doers = :doers,
                                    escalated = :escalated, roles = :roles, escalation_step = :step,
                                    next_at = :nextAt, status = :status, claimed_by = :claimedBy,
                                    claimed_name = :claimedName, claimed_at = :claimedAt, handed_by = :handedBy,
                                    handed_name = :handedName, handed_at = :handedAt, handed_place = :handedPlace,
                                    handed_place_name = :handedPlaceName, handed_doers = :handedDoers,
                                    ended_at = :endedAt, ended_by = :endedBy, ended_reason = :endedReason,
                                    version = version + 1
                                where id = :id and version = :version
                                """)
                        .params(changing(task))
                        .params(passing(task))
                        .param("version", task.version())
                        .update();
        if (updated == 0) {
            throw new Stale(List.of(), null, null);
        }
    }

    private static Map<String, @Nullable Object> changing(Task task) {
        var params = new HashMap<String, @Nullable Object>();
        var duty = task.duty();
        params.put("id", task.id().value());
        params.put("place", duty.place().stored());
        params.put("placeName", duty.placeName());
        params.put("office", duty.office().name());
        params.put("doers", JdbcTaskColumns.names(duty.doers()));
        params.put("escalated", JdbcTaskColumns.names(duty.escalated()));
        params.put("roles", JdbcTaskColumns.names(duty.roles()));
        params.put("step", task.alarm().step());
        params.put("nextAt", Columns.at(task.alarm().nextAt()));
        params.put("status", task.status().name());
        return params;
    }

    private static Map<String, @Nullable Object> passing(Task task) {
        var params = new HashMap<String, @Nullable Object>();
        var claim = task.claim();
        params.put("claimedBy", claim == null ? null : claim.by().value());
        params.put("claimedName", claim == null ? null : claim.name());
        params.put("claimedAt", claim == null ? null : Columns.at(claim.at()));
        var handover = task.handover();
        params.put("handedBy", handover == null ? null : handover.by().value());
        params.put("handedName", handover == null ? null : handover.name());
        params.put("handedAt", handover == null ? null : Columns.at(handover.at()));
        params.put("handedPlace", handover == null ? null : handover.from().place().stored());
        params.put("handedPlaceName", handover == null ? null : handover.from().placeName());
        params.put(
                "handedDoers",
                handover == null ? null : JdbcTaskColumns.names(handover.from().doers()));
        var end = task.end();
        params.put("endedAt", end == null ? null : Columns.at(end.at()));
        params.put("endedBy", end == null ? null : end.by());
        params.put("endedReason", end == null ? null : end.reason());
        return params;
    }

    @Override
    public Optional<Task> load(TaskId id) {
        return jdbc.sql(WHOLE + "where id = :id")
                .param("id", id.value())
                .query((row, _) -> task(row))
                .optional();
    }

    @Override
    public List<Task> loadAll(Collection<TaskId> ids) {
        return jdbc.sql(WHOLE + "where id = any(:ids)")
                .param("ids", Columns.uuids(ids.stream().map(TaskId::value).toList()))
                .query((row, _) -> task(row))
                .list();
    }

    @Override
    public void giveWay() {
        jdbc.sql("set local lock_timeout = '300ms'").update();
    }

    @Override
    public Optional<Task> lock(TaskId id) {
        return jdbc.sql(WHOLE + "where id = :id for update")
                .param("id", id.value())
                .query((row, _) -> task(row))
                .optional();
    }

    @Override
    public Optional<Task> lock(String key) {
        return jdbc.sql(WHOLE + "where key = :key for update")
                .param("key", key)
                .query((row, _) -> task(row))
                .optional();
    }

    @Override
    public Optional<TaskId> loadId(String key) {
        return jdbc.sql("select id from task.task where key = :key")
                .param("key", key)
                .query((row, _) -> new TaskId(Columns.uuid(row, "id")))
                .optional();
    }

    private static Task task(ResultSet row) throws SQLException {
        var origin =
                new Task.Origin(
                        row.getString("key"),
                        new TaskKind(row.getString("kind"), row.getBoolean("done_by_hand")),
                        row.getString("title"),
                        new TaskSubject(
                                row.getString("subject_type"),
                                row.getString("subject_id"),
                                row.getString("path")),
                        deadline(row),
                        Columns.instant(row, "opened_at"));
        var duty =
                new Task.Duty(
                        TaskPlace.restore(row.getString("place"), row.getString("place_name")),
                        row.getString("place_name"),
                        roles(row.getArray("doers")),
                        roles(row.getArray("escalated")));
        var alarm =
                new Task.Alarm(
                        row.getInt("escalation_step"), Columns.instantOrNull(row, "next_at"));
        var state = new Task.State(duty, claim(row), handover(row), alarm, end(row));
        return new Task(new TaskId(Columns.uuid(row, "id")), origin, state, row.getInt("version"));
    }

    private static @Nullable Deadline deadline(ResultSet row) throws SQLException {
        var dueAt = Columns.instantOrNull(row, "due_at");
        var reminders = (Integer[]) row.getArray("reminders").getArray();
        return dueAt == null
                ? null
                : new Deadline(
                        dueAt,
                        JdbcTaskColumns.source(row),
                        Arrays.asList(reminders),
                        Escalation.valueOf(row.getString("escalation")));
    }

    private static Task.@Nullable Claim claim(ResultSet row) throws SQLException {
        var by = row.getObject("claimed_by", UUID.class);
        return by == null
                ? null
                : new Task.Claim(
                        new AccountId(by),
                        row.getString("claimed_name"),
                        Columns.instant(row, "claimed_at"));
    }

    private static Task.@Nullable Handover handover(ResultSet row) throws SQLException {
        var by = row.getObject("handed_by", UUID.class);
        if (by == null) {
            return null;
        }
        var name = row.getString("handed_place_name");
        var from =
                new Task.Duty(
                        TaskPlace.restore(row.getString("handed_place"), name),
                        name,
                        roles(row.getArray("handed_doers")),
                        Set.of());
        return new Task.Handover(
                new AccountId(by),
                row.getString("handed_name"),
                Columns.instant(row, "handed_at"),
                from);
    }

    private static Task.@Nullable End end(ResultSet row) throws SQLException {
        var at = Columns.instantOrNull(row, "ended_at");
        return at == null
                ? null
                : new Task.End(
                        TaskStatus.valueOf(row.getString("status")),
                        at,
                        row.getString("ended_by"),
                        row.getString("ended_reason"));
    }

    private static Set<Role> roles(Array array) throws SQLException {
        return Arrays.stream((String[]) array.getArray())
                .map(Role::valueOf)
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public void addStep(TaskId task, UUID id, int version, TaskStep step) {
        jdbc.sql(
                        """
                        insert into task.step (task_id, id, version, act, actor, at, was, became, reason)
                        values (:task, :id, :version, :act, :actor, :at, :was, :became, :reason)
                        """)
                .param("task", task.value())
                .param("id", id)
                .param("version", version)
                .param("act", step.act())
                .param("actor", step.actor())
                .param("at", Columns.at(step.at()))
                .param("was", step.was())
                .param("became", step.became())
                .param("reason", step.reason())
                .update();
    }

    @Override
    public List<TaskStep> loadSteps(TaskId task) {
        return loadStepsSince(task, -1);
    }

    @Override
    public List<TaskStep> loadStepsSince(TaskId task, int version) {
        return jdbc.sql(
                        """
                        select act, actor, at, was, became, reason from task.step
                        where task_id = :task and version > :version order by version, id
                        """)
                .param("task", task.value())
                .param("version", version)
                .query((row, _) ->
                        new TaskStep(
                                row.getString("act"),
                                row.getString("actor"),
                                Columns.instant(row, "at"),
                                row.getString("was"),
                                row.getString("became"),
                                row.getString("reason")))
                .list();
    }

    @Override
    public List<Alarmed> loadAlarmed(Instant now, @Nullable Alarmed after, int atMost) {
        return jdbc.sql(
                        """
                        select next_at, id from task.task
                        where ended_at is null and next_at <= :now and (next_at, id) > (:afterAt, :afterId)
                        order by next_at, id limit :atMost
                        """)
                .param("now", Columns.at(now))
                .param("afterAt", Columns.at(after == null ? Instant.EPOCH : after.at()))
                .param("afterId", after == null ? new UUID(0, 0) : after.task().value())
                .param("atMost", atMost)
                .query((row, _) ->
                        new Alarmed(
                                Columns.instant(row, "next_at"),
                                new TaskId(Columns.uuid(row, "id"))))
                .list();
    }

    @Override
    public Optional<Instant> loadNextAlarm(Instant after) {
        return jdbc.sql(
                        """
                        select next_at from task.task
                        where ended_at is null and next_at > :after
                        order by next_at limit 1
                        """)
                .param("after", Columns.at(after))
                .query((row, _) -> Columns.instant(row, "next_at"))
                .optional();
    }
}
