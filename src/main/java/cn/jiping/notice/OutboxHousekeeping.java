package cn.jiping.notice;

import cn.jiping.clock.RecurringJob;
import java.time.Clock;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** Removes settled deliveries when their time is over; the messages themselves stay. */
@Component
class OutboxHousekeeping implements RecurringJob {
    private final DeliveryStore store;
    private final NoticeSettings settings;
    private final Clock clock;

    OutboxHousekeeping(DeliveryStore store, NoticeSettings settings, Clock clock) {
        this.store = store;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "notice.forget-deliveries";
    }

    @Override
    public Duration every() {
        return Duration.ofHours(6);
    }

    @Override
    public void run() {
        store.forgetSettledBefore(clock.instant().minus(settings.kept()));
    }
}
