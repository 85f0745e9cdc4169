package cn.jiping.exam;

import cn.jiping.clock.DueWork;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Opens the small groups once payment is over, and settles when the numbers stand. */
@Component
class FinalNumbersDue implements DueWork {
    private static final int AFTER_PAYMENT_AND_REGISTRATION = 200;

    private final FinalNumbersStore store;
    private final GroupWatch watch;
    private final FinalNumbers numbers;

    FinalNumbersDue(FinalNumbersStore store, GroupWatch watch, FinalNumbers numbers) {
        this.store = store;
        this.watch = watch;
        this.numbers = numbers;
    }

    @Override
    public void runDue(Instant businessNow) {
        store.loadUncounted(businessNow).forEach(watch::count);
        store.loadToLookAt(businessNow).forEach(numbers::settle);
    }

    @Override
    public Optional<Instant> nextDue(Instant after) {
        return store.loadNextLook(after);
    }

    @Override
    public int order() {
        return AFTER_PAYMENT_AND_REGISTRATION;
    }
}
