package cn.jiping.payment;

import cn.jiping.clock.RecurringJob;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** Compares the days just over with the gateway's statements. */
@Component
class ReconciliationJob implements RecurringJob {
    /** A late call-back may still explain a day of the past week. */
    private static final int DAYS_BACK = 7;

    private final Reconciliations reconciliations;

    ReconciliationJob(Reconciliations reconciliations) {
        this.reconciliations = reconciliations;
    }

    @Override
    public String name() {
        return "payment.reconciliation";
    }

    @Override
    public Duration every() {
        return Duration.ofHours(1);
    }

    @Override
    public void run() {
        var last = reconciliations.lastDay();
        last.minusDays(DAYS_BACK).datesUntil(last.plusDays(1)).forEach(reconciliations::watch);
    }
}
