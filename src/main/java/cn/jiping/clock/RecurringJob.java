package cn.jiping.clock;

import java.time.Duration;

/**
 * 定时任务: work a module wants done again and again by the system clock. With several processes on one
 * database each run happens in one of them only. Safe to run twice; one run does a bounded piece.
 */
public interface RecurringJob {
    /** Stable and unique, such as {@code audit.seal}. */
    String name();

    /** From the end of one run to the start of the next. */
    Duration every();

    void run();
}
