package cn.jiping.payment;

import cn.jiping.clock.BusinessClock;
import cn.jiping.clock.DueWork;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Lets orders lapse whose last day is over. */
@Component
class PaymentTerms implements DueWork {
    private static final int AT_ONCE = 500;

    private final PaymentOrderStore store;
    private final OrderSteps steps;

    PaymentTerms(PaymentOrderStore store, OrderSteps steps) {
        this.store = store;
        this.steps = steps;
    }

    @Override
    public void runDue(Instant businessNow) {
        var today = LocalDate.ofInstant(businessNow, BusinessClock.ZONE);
        List<OrderId> overdue;
        do {
            overdue = store.loadOverdue(today, AT_ONCE);
            overdue.forEach(id -> steps.lapse(id, businessNow));
        } while (overdue.size() == AT_ONCE);
    }

    @Override
    public Optional<Instant> nextDue(Instant after) {
        return store.loadNextTerm(LocalDate.ofInstant(after, BusinessClock.ZONE))
                .map(BusinessClock::endOf);
    }
}
