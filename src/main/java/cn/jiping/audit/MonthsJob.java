package cn.jiping.audit;

import cn.jiping.clock.BusinessClock;
import cn.jiping.clock.RecurringJob;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Keeps partitions of acts made for the months to come. */
@Component
class MonthsJob implements RecurringJob {
    private static final Duration EVERY = Duration.ofDays(1);

    private final ActStore acts;
    private final AuditSettings settings;
    private final Clock clock;

    MonthsJob(ActStore acts, AuditSettings settings, Clock clock) {
        this.acts = acts;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "audit.months";
    }

    @Override
    public Duration every() {
        return EVERY;
    }

    @Override
    @Transactional
    public void run() {
        var today = LocalDate.ofInstant(clock.instant(), BusinessClock.ZONE);
        acts.makeMonths(today, today.plusMonths(settings.monthsAhead()));
    }
}
