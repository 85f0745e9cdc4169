package cn.jiping.audit;

import cn.jiping.clock.RecurringJob;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** Takes the verification somebody asked for further. */
@Component
class VerificationJob implements RecurringJob {
    private static final Duration EVERY = Duration.ofSeconds(2);

    private final Verifications verifications;

    VerificationJob(Verifications verifications) {
        this.verifications = verifications;
    }

    @Override
    public String name() {
        return "audit.verify";
    }

    @Override
    public Duration every() {
        return EVERY;
    }

    @Override
    public void run() {
        verifications.advance();
    }
}
