package cn.jiping.clock;

import java.time.Duration;
import org.springframework.stereotype.Component;

/** Does what falls due by the business clock when nobody moves it by hand. */
@Component
class DueWorkJob implements RecurringJob {
    private static final Duration EVERY = Duration.ofSeconds(30);

    private final BusinessClock clock;

    DueWorkJob(BusinessClock clock) {
        this.clock = clock;
    }

    @Override
    public String name() {
        return "clock.due-work";
    }

    @Override
    public Duration every() {
        return EVERY;
    }

    @Override
    public void run() {
        clock.runDueWork();
    }
}
