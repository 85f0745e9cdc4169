package cn.jiping.clock;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Runs every {@link RecurringJob} on db-scheduler while the program serves. */
@Component
class Jobs implements SmartLifecycle {
    private static final Duration POLLING = Duration.ofMillis(500);
    private static final Duration HEARTBEAT = Duration.ofSeconds(10);
    private static final int THREADS = 4;

    private final DataSource dataSource;
    private final ObjectProvider<RecurringJob> jobs;
    private final boolean enabled;
    private volatile boolean running;
    private @Nullable Scheduler scheduler;

    Jobs(
            DataSource dataSource,
            ObjectProvider<RecurringJob> jobs,
            @Value("${jiping.jobs.enabled:true}") boolean enabled) {
        this.dataSource = dataSource;
        this.jobs = jobs;
        this.enabled = enabled;
    }

    @Override
    public void start() {
        if (enabled) {
            var started = scheduler();
            started.start();
            scheduler = started;
        }
        running = true;
    }

    private Scheduler scheduler() {
        List<RecurringTask<Void>> tasks = jobs.orderedStream().map(Jobs::task).toList();
        return Scheduler.create(dataSource)
                .tableName("platform.scheduled_tasks")
                .startTasks(tasks)
                .threads(THREADS)
                .executorService(Executors.newVirtualThreadPerTaskExecutor())
                .pollingInterval(POLLING)
                .heartbeatInterval(HEARTBEAT)
                .shutdownMaxWait(Duration.ofSeconds(10))
                .build();
    }

    private static RecurringTask<Void> task(RecurringJob job) {
        return Tasks.recurring(job.name(), FixedDelay.of(job.every())).execute((_, _) -> job.run());
    }

    @Override
    public void stop() {
        var started = scheduler;
        if (started != null) {
            started.stop();
        }
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
