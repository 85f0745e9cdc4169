package cn.jiping.task;

import cn.jiping.shared.AccountId;
import cn.jiping.shared.Office;
import cn.jiping.shared.Paging;
import cn.jiping.shared.Role;
import cn.jiping.shared.Scope;
import cn.jiping.shared.Slice;
import cn.jiping.shared.Source;
import cn.jiping.shared.Stale;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.ResultSetExtractor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionTemplate;

@Repository
class JdbcTaskStore implements TaskStore {
    /** Sorts tasks without a deadline behind all others. */
    private static final Instant NEVER = Instant.parse("9999-01-01T00:00:00Z");

    private static final String WHOLE =
            """
            select id, key, kind, done_by_hand, title, subject_type, subject_id, path, opened_at,
                place, place_name, doers, escalated, due_at, source_document, source_clause, source_practice,
                reminders, escalation, escalation_step, next_at, status, claimed_by, claimed_name, claimed_at,
                handed_by, handed_name, handed_at, handed_place, handed_place_name, handed_doers,
                ended_at, ended_by, ended_reason, version
            from task.task
            """;
    private static final String COLUMNS =
            """
            id, kind, title, place_name, due_at, source_document, source_clause, source_practice,
                status, claimed_by, claimed_name, ended_at, opened_at, order_at
            """;

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    JdbcTaskStore(JdbcClient jdbc, TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.transaction = transaction;
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
                        .param("openedAt", Timestamp.from(origin.openedAt()))
                        .param("dueAt", deadline == null ? null : Timestamp.from(deadline.dueAt()))
                        .param(
                                "orderAt",
                                Timestamp.from(deadline == null ? NEVER : deadline.dueAt()))
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
        params.put("doers", names(duty.doers()));
        params.put("escalated", names(duty.escalated()));
        params.put("roles", names(duty.roles()));
        params.put("step", task.alarm().step());
        params.put("nextAt", at(task.alarm().nextAt()));
        params.put("status", task.status().name());
        return params;
    }

    private static Map<String, @Nullable Object> passing(Task task) {
        var params = new HashMap<String, @Nullable Object>();
        var claim = task.claim();
        params.put("claimedBy", claim == null ? null : claim.by().value());
        params.put("claimedName", claim == null ? null : claim.name());
        params.put("claimedAt", claim == null ? null : at(claim.at()));
        var handover = task.handover();
        params.put("handedBy", handover == null ? null : handover.by().value());
        params.put("handedName", handover == null ? null : handover.name());
        params.put("handedAt", handover == null ? null : at(handover.at()));
        params.put("handedPlace", handover == null ? null : handover.from().place().stored());
        params.put("handedPlaceName", handover == null ? null : handover.from().placeName());
        params.put("handedDoers", handover == null ? null : names(handover.from().doers()));
        var end = task.end();
        params.put("endedAt", end == null ? null : at(end.at()));
        params.put("endedBy", end == null ? null : end.by());
        params.put("endedReason", end == null ? null : end.reason());
        return params;
    }

    private static @Nullable Timestamp at(@Nullable Instant instant) {
        return instant == null ? null : Timestamp.from(instant);
    }

    private static String[] names(Collection<? extends Enum<?>> values) {
        return values.stream().map(Enum::name).sorted().toArray(String[]::new);
    }

    @Override
    public Optional<Task> load(TaskId id) {
        return jdbc.sql(WHOLE + "where id = :id")
                .param("id", id.value())
                .query((row, _) -> task(row))
                .optional();
    }

    @Override
    public Optional<Task> lock(TaskId id) {
        return jdbc.sql(WHOLE + "where id = :id for update")
                .param("id", id.value())
                .query((row, _) -> task(row))
                .optional();
    }

    @Override
    public Optional<TaskId> loadId(String key) {
        return jdbc.sql("select id from task.task where key = :key")
                .param("key", key)
                .query((row, _) -> new TaskId(row.getObject("id", UUID.class)))
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
                        instant(row, "opened_at"));
        var duty =
                new Task.Duty(
                        TaskPlace.restore(row.getString("place"), row.getString("place_name")),
                        row.getString("place_name"),
                        roles(row.getArray("doers")),
                        roles(row.getArray("escalated")));
        var alarm = new Task.Alarm(row.getInt("escalation_step"), optional(row, "next_at"));
        var state = new Task.State(duty, claim(row), handover(row), alarm, end(row));
        return new Task(
                new TaskId(row.getObject("id", UUID.class)), origin, state, row.getInt("version"));
    }

    private static @Nullable Deadline deadline(ResultSet row) throws SQLException {
        var dueAt = optional(row, "due_at");
        var reminders = (Integer[]) row.getArray("reminders").getArray();
        return dueAt == null
                ? null
                : new Deadline(
                        dueAt,
                        source(row),
                        Arrays.asList(reminders),
                        Escalation.valueOf(row.getString("escalation")));
    }

    private static Source source(ResultSet row) throws SQLException {
        var practice = row.getString("source_practice");
        return practice == null
                ? new Source.Clause(
                        row.getString("source_document"), row.getString("source_clause"))
                : new Source.Practice(practice);
    }

    private static Task.@Nullable Claim claim(ResultSet row) throws SQLException {
        var by = row.getObject("claimed_by", UUID.class);
        return by == null
                ? null
                : new Task.Claim(
                        new AccountId(by),
                        row.getString("claimed_name"),
                        instant(row, "claimed_at"));
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
                new AccountId(by), row.getString("handed_name"), instant(row, "handed_at"), from);
    }

    private static Task.@Nullable End end(ResultSet row) throws SQLException {
        var at = optional(row, "ended_at");
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

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getTimestamp(column).toInstant();
    }

    private static @Nullable Instant optional(ResultSet row, String column) throws SQLException {
        var at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
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
                .param("at", Timestamp.from(step.at()))
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
                                instant(row, "at"),
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
                .param("now", Timestamp.from(now))
                .param("afterAt", Timestamp.from(after == null ? Instant.EPOCH : after.at()))
                .param("afterId", after == null ? new UUID(0, 0) : after.task().value())
                .param("atMost", atMost)
                .query((row, _) ->
                        new Alarmed(
                                instant(row, "next_at"),
                                new TaskId(row.getObject("id", UUID.class))))
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
                .param("after", Timestamp.from(after))
                .query((row, _) -> instant(row, "next_at"))
                .optional();
    }

    @Override
    public Slice<TaskRow> page(
            Scope scope, Viewer viewer, TaskQuery query, Instant now, Paging paging) {
        var order = Order.of(query);
        return planned(() ->
                jdbc.sql(
                                """
                                with found (task_id, order_by) as materialized (
                                    select id, %1$s from task.task %3$s order by %1$s %2$s, id %2$s limit :most
                                ), shown as (
                                    select task_id, order_by from found
                                    order by order_by %2$s, task_id %2$s limit :size offset :offset
                                )
                                select total, %4$s
                                from (select count(*) as total from found) counted
                                    left join shown on true left join task.task on id = task_id
                                order by order_by %2$s, task_id %2$s
                                """
                                        .formatted(
                                                order.column(),
                                                order.direction(),
                                                where(scope, query),
                                                COLUMNS))
                        .params(params(scope, viewer, query, now))
                        .param("most", TaskCounts.MOST)
                        .param("size", paging.size())
                        .param("offset", paging.offset())
                        .query(slice(viewer, paging)));
    }

    /**
     * One scan finds the rows and their number; the number stands on every row, and alone if none
     * is shown.
     */
    private static ResultSetExtractor<Slice<TaskRow>> slice(Viewer viewer, Paging paging) {
        return found -> {
            var total = 0L;
            var rows = new ArrayList<TaskRow>();
            while (found.next()) {
                total = found.getLong("total");
                if (found.getObject("id") != null) {
                    rows.add(row(found, viewer));
                }
            }
            return new Slice<>(rows, total, paging);
        };
    }

    /**
     * One role has three tasks and another a hundred thousand: a plan that serves both, which the
     * server would come to keep, is wrong by orders of magnitude for one of them.
     */
    private <T> T planned(Supplier<T> reading) {
        return Objects.requireNonNull(
                transaction.execute(_ -> {
                    jdbc.sql("set local plan_cache_mode = force_custom_plan").update();
                    return reading.get();
                }));
    }

    @Override
    public List<TaskRow> export(
            Scope scope,
            Viewer viewer,
            TaskQuery query,
            Instant now,
            @Nullable TaskRow after,
            int atMost) {
        var keyset = after == null ? "" : "and (order_at, id) > (:afterAt, :afterId) ";
        var params = params(scope, viewer, query, now);
        if (after != null) {
            var due = after.due();
            params.put("afterAt", Timestamp.from(due == null ? NEVER : due.at()));
            params.put("afterId", after.id().value());
        }
        return planned(() ->
                jdbc.sql(
                                "select %s from task.task %s %s order by order_at, id limit :atMost"
                                        .formatted(COLUMNS, where(scope, query), keyset))
                        .params(params)
                        .param("atMost", atMost)
                        .query((row, _) -> row(row, viewer))
                        .list());
    }

    private static TaskRow row(ResultSet row, Viewer viewer) throws SQLException {
        var dueAt = optional(row, "due_at");
        var claimant = row.getObject("claimed_by", UUID.class);
        return new TaskRow(
                new TaskId(row.getObject("id", UUID.class)),
                row.getString("kind"),
                row.getString("title"),
                row.getString("place_name"),
                dueAt == null ? null : new TaskRow.Due(dueAt, source(row)),
                new TaskRow.Standing(
                        TaskStatus.valueOf(row.getString("status")),
                        row.getString("claimed_name"),
                        viewer.account().value().equals(claimant),
                        optional(row, "ended_at")),
                instant(row, "opened_at"));
    }

    /** Only conditions that narrow are written, so that each has its index. */
    private static String where(Scope scope, TaskQuery query) {
        var conditions = new ArrayList<String>();
        conditions.add(
                switch (query.view()) {
                    case WAITING -> "ended_at is null and roles @> :role::text[]";
                    case MINE ->
                            "ended_at is null and roles @> :role::text[] and claimed_by = :account";
                    case UNCLAIMED ->
                            "ended_at is null and roles @> :role::text[] and claimed_by is null";
                    case OVERDUE ->
                            "ended_at is null and roles @> :role::text[] and order_at <= :now";
                    case HANDED -> "ended_at is null and handed_by = :account";
                    case ENDED -> "ended_at is not null and roles @> :role::text[]";
                });
        if (!scope.everywhere()) {
            conditions.add("place = any(:places)");
        }
        if (query.kind() != null) {
            conditions.add("kind = :kind");
        }
        Like.condition("place_name", query.place(), ":place").ifPresent(conditions::add);
        Like.condition("title", query.text(), ":text").ifPresent(conditions::add);
        return "where " + String.join(" and ", conditions) + " ";
    }

    private record Order(String column, String direction) {
        static Order of(TaskQuery query) {
            if (query.view() == TaskQuery.View.ENDED) {
                return new Order("ended_at", "desc");
            }
            return switch (query.order()) {
                case DUE_FIRST -> new Order("order_at", "asc");
                case DUE_LAST -> new Order("order_at", "desc");
                case OPENED_FIRST -> new Order("opened_at", "asc");
                case OPENED_LAST -> new Order("opened_at", "desc");
            };
        }
    }

    private static Map<String, @Nullable Object> params(
            Scope scope, Viewer viewer, TaskQuery query, Instant now) {
        var params = new HashMap<String, @Nullable Object>();
        params.put("role", new String[] {viewer.role().name()});
        params.put("account", viewer.account().value());
        params.put("now", Timestamp.from(now));
        params.put("places", places(scope));
        params.put("kind", query.kind());
        params.put("place", Like.containing(query.place()));
        params.put("text", Like.containing(query.text()));
        return params;
    }

    private static String[] places(Scope scope) {
        return Stream.of(
                        Stream.of(new TaskPlace.Platform().stored()),
                        scope.divisions().stream().map(code -> "D" + code),
                        scope.bodies().stream().map(body -> "B" + body),
                        scope.persons().stream().map(person -> "P" + person))
                .flatMap(stored -> stored)
                .toArray(String[]::new);
    }

    @Override
    public TaskCounts count(
            Scope scope, Role role, @Nullable AccountId account, Instant now, Instant tomorrow) {
        var where = where(scope, TaskQuery.of(TaskQuery.View.WAITING));
        return planned(() ->
                jdbc.sql(
                                """
                                select count(*) as open,
                                    count(*) filter (where claimed_by is null) as unclaimed,
                                    count(*) filter (where claimed_by = :account) as mine,
                                    count(*) filter (where order_at <= :now) as overdue,
                                    count(*) filter (where order_at > :now and order_at <= :tomorrow) as today
                                from (select claimed_by, order_at from task.task
                                """
                                        + where
                                        + "order by order_at, id limit :most) counted")
                        .param("role", new String[] {role.name()})
                        .param("places", places(scope))
                        .param("account", account == null ? null : account.value())
                        .param("now", Timestamp.from(now))
                        .param("tomorrow", Timestamp.from(tomorrow))
                        .param("most", TaskCounts.MOST)
                        .query((row, _) ->
                                new TaskCounts(
                                        row.getLong("open"),
                                        row.getLong("unclaimed"),
                                        row.getLong("mine"),
                                        row.getLong("overdue"),
                                        row.getLong("today")))
                        .single());
    }

    @Override
    public List<OfficeCounts> countByOffice(Scope scope, List<Office> offices, Instant now) {
        return jdbc.sql(
                        """
                        select place_name, office,
                            count(*) filter (where claimed_by is null) as unclaimed,
                            count(*) filter (where claimed_by is not null) as claimed,
                            count(*) filter (where order_at <= :now) as overdue
                        from task.task
                        where ended_at is null and office = any(:offices)
                          and (:everywhere or place = any(:places))
                        group by place_name, office order by overdue desc, place_name, office
                        """)
                .param("now", Timestamp.from(now))
                .param("offices", names(offices))
                .param("everywhere", scope.everywhere())
                .param("places", places(scope))
                .query((row, _) ->
                        new OfficeCounts(
                                row.getString("place_name"),
                                Office.valueOf(row.getString("office")),
                                row.getLong("unclaimed"),
                                row.getLong("claimed"),
                                row.getLong("overdue")))
                .list();
    }
}
