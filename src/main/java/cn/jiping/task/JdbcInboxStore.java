package cn.jiping.task;

import cn.jiping.database.Columns;
import cn.jiping.shared.AccountId;
import cn.jiping.shared.Office;
import cn.jiping.shared.Paging;
import cn.jiping.shared.Role;
import cn.jiping.shared.Scope;
import cn.jiping.shared.Slice;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.ResultSetExtractor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionTemplate;

@Repository
class JdbcInboxStore implements InboxStore {
    private static final String COLUMNS =
            """
            id, kind, title, place_name, due_at, source_document, source_clause, source_practice,
                status, claimed_by, claimed_name, ended_at, opened_at, order_at
            """;

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    JdbcInboxStore(JdbcClient jdbc, TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.transaction = transaction;
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
            params.put("afterAt", Columns.at(due == null ? JdbcTaskColumns.NEVER : due.at()));
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
        var dueAt = Columns.instantOrNull(row, "due_at");
        var claimant = row.getObject("claimed_by", UUID.class);
        return new TaskRow(
                new TaskId(Columns.uuid(row, "id")),
                row.getString("kind"),
                row.getString("title"),
                row.getString("place_name"),
                dueAt == null ? null : new TaskRow.Due(dueAt, JdbcTaskColumns.source(row)),
                new TaskRow.Standing(
                        TaskStatus.valueOf(row.getString("status")),
                        row.getString("claimed_name"),
                        viewer.account().value().equals(claimant),
                        Columns.instantOrNull(row, "ended_at")),
                Columns.instant(row, "opened_at"));
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
        params.put("now", Columns.at(now));
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
                        .param("now", Columns.at(now))
                        .param("tomorrow", Columns.at(tomorrow))
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
                .param("now", Columns.at(now))
                .param("offices", JdbcTaskColumns.names(offices))
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
