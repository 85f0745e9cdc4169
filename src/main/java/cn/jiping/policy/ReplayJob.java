package cn.jiping.policy;

import cn.jiping.clock.RecurringJob;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** Takes the replay somebody asked for further. */
@Component
class ReplayJob implements RecurringJob {
    private static final Duration EVERY = Duration.ofSeconds(2);

    private final Replays replays;

    ReplayJob(Replays replays) {
        this.replays = replays;
    }

    @Override
    public String name() {
        return "policy.replay";
    }

    @Override
    public Duration every() {
        return EVERY;
    }

    @Override
    public void run() {
        replays.advance();
    }
}
