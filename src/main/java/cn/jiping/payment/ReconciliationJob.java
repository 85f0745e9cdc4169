package cn.jiping.payment;

import cn.jiping.clock.RecurringJob;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** Compares the days just over with the gateway's statements. */
@Component
class ReconciliationJob implements RecurringJob {
    private final Reconciliations reconciliations;
    private final PaymentSettings settings;

    ReconciliationJob(Reconciliations reconciliations, PaymentSettings settings) {
        this.reconciliations = reconciliations;
        this.settings = settings;
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
        last.minus(settings.reconcileBack())
                .datesUntil(last.plusDays(1))
                .forEach(reconciliations::watch);
    }
}
