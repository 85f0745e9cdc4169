package cn.jiping.registration;

import cn.jiping.clock.DueWork;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Takes applications over the ends of their terms, one end after the other. */
@Component
class ApplicationTerms implements DueWork {
    private static final int AT_ONCE = 500;

    private final ApplicationStore store;
    private final ApplicationExpiry expiry;

    ApplicationTerms(ApplicationStore store, ApplicationExpiry expiry) {
        this.store = store;
        this.expiry = expiry;
    }

    @Override
    public void runDue(Instant businessNow) {
        List<ApplicationStore.Place> overdue;
        do {
            overdue = store.loadOverdue(businessNow, AT_ONCE);
            overdue.forEach(place -> expiry.expire(place, businessNow));
        } while (!overdue.isEmpty());
        expiry.endRounds(businessNow);
    }

    @Override
    public Optional<Instant> nextDue(Instant after) {
        return store.loadNextTerm(after);
    }
}
