package cn.jiping.clock;

import java.time.Instant;
import java.util.Optional;

/**
 * 到期工作: what a module does when a business instant has passed, such as a reminder. Safe to run
 * twice.
 */
public interface DueWork {
    void runDue(Instant businessNow);

    /** When the next thing falls due after the instant, as far as is known by now. */
    Optional<Instant> nextDue(Instant after);

    /** Lower runs first; upstream modules before downstream ones. */
    default int order() {
        return 100;
    }
}
