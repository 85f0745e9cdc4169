package cn.jiping.clock;

import java.time.Instant;

/**
 * 到期工作: what a module does when a business instant has passed, such as a reminder. Safe to run
 * twice.
 */
public interface DueWork {
    void runDue(Instant businessNow);

    /** Lower runs first; upstream modules before downstream ones. */
    default int order() {
        return 100;
    }
}
