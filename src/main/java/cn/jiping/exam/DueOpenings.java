package cn.jiping.exam;

import cn.jiping.clock.DueWork;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** On the day of the examination, what the cities owe becomes tasks. */
@Component
class DueOpenings implements DueWork {
    private final CityDueStore store;
    private final ExamDues dues;

    DueOpenings(CityDueStore store, ExamDues dues) {
        this.store = store;
        this.dues = dues;
    }

    @Override
    public void runDue(Instant businessNow) {
        store.loadUnopened(businessNow)
                .forEach(key -> dues.open(key.session(), key.city(), key.what()));
    }

    @Override
    public Optional<Instant> nextDue(Instant after) {
        return store.loadNextOpening(after);
    }
}
