package cn.jiping.audit;

import cn.jiping.clock.RecurringJob;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** Closes what was recorded into a block each second. */
@Component
class SealingJob implements RecurringJob {
    private static final Duration EVERY = Duration.ofSeconds(1);

    private final Seals seals;

    SealingJob(Seals seals) {
        this.seals = seals;
    }

    @Override
    public String name() {
        return "audit.seal";
    }

    @Override
    public Duration every() {
        return EVERY;
    }

    @Override
    public void run() {
        seals.seal();
    }
}
