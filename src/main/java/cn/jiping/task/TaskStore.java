package cn.jiping.task;

import java.time.Instant;
import java.util.Collection;
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

    List<Task> loadAll(Collection<TaskId> ids);

    /**
     * From here to its end the transaction gives up waiting for somebody else's change before the
     * database would call it a deadlock and end theirs.
     */
    void giveWay();

    /** Waits for whoever is changing the task, until the end of the transaction. */
    Optional<Task> lock(TaskId id);

    Optional<Task> lock(String key);

    Optional<TaskId> loadId(String key);

    void addStep(TaskId task, UUID id, int version, TaskStep step);

    List<TaskStep> loadSteps(TaskId task);

    /** What happened after the version, oldest first. */
    List<TaskStep> loadStepsSince(TaskId task, int version);

    /** Tasks with an alarm by then, after the given one, in the order of their alarms. */
    List<Alarmed> loadAlarmed(Instant now, @Nullable Alarmed after, int atMost);

    Optional<Instant> loadNextAlarm(Instant after);

    record Alarmed(Instant at, TaskId task) {}
}
