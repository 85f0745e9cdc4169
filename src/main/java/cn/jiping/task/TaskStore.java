package cn.jiping.task;

import cn.jiping.shared.AccountId;
import cn.jiping.shared.Office;
import cn.jiping.shared.Paging;
import cn.jiping.shared.Role;
import cn.jiping.shared.Scope;
import cn.jiping.shared.Slice;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

interface TaskStore {
    /** False if there already is a task under its key. */
    boolean add(Task task);

    /**
     * @throws cn.jiping.shared.Stale if somebody saved the task since it was loaded
     */
    void save(Task task);

    Optional<Task> load(TaskId id);

    /** Waits for whoever is changing the task, until the end of the transaction. */
    Optional<Task> lock(TaskId id);

    Optional<TaskId> loadId(String key);

    void addStep(TaskId task, UUID id, int version, TaskStep step);

    List<TaskStep> loadSteps(TaskId task);

    /** What happened after the version, oldest first. */
    List<TaskStep> loadStepsSince(TaskId task, int version);

    /** Tasks with an alarm by then, after the given one, in the order of their alarms. */
    List<Alarmed> loadAlarmed(Instant now, @Nullable Alarmed after, int atMost);

    Optional<Instant> loadNextAlarm(Instant after);

    record Alarmed(Instant at, TaskId task) {}

    /** Who asks: a role, and the account whose own tasks are marked. */
    record Viewer(Role role, AccountId account) {}

    Slice<TaskRow> page(Scope scope, Viewer viewer, TaskQuery query, Instant now, Paging paging);

    /** The next rows of an export after the last one. */
    List<TaskRow> export(
            Scope scope,
            Viewer viewer,
            TaskQuery query,
            Instant now,
            @Nullable TaskRow after,
            int atMost);

    TaskCounts count(
            Scope scope, Role role, @Nullable AccountId account, Instant now, Instant tomorrow);

    List<OfficeCounts> countByOffice(Scope scope, List<Office> offices, Instant now);
}
