package cn.jiping.draw;

import cn.jiping.clock.DueWork;
import cn.jiping.shared.Stale;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Ends openly what missed its deadline, and draws what only waits to be drawn. */
@Component
class DrawDeadlines implements DueWork {
    private static final Logger LOG = LoggerFactory.getLogger(DrawDeadlines.class);

    private final DrawStore store;
    private final Draws draws;

    DrawDeadlines(DrawStore store, Draws draws) {
        this.store = store;
        this.draws = draws;
    }

    @Override
    public Optional<Instant> nextDue(Instant after) {
        return store.loadNextDue(after);
    }

    @Override
    public void runDue(Instant businessNow) {
        for (var id : store.loadDue(businessNow)) {
            try {
                draws.meetDeadline(id);
            } catch (Stale e) {
                LOG.info("Draw {} was changed by somebody else meanwhile", id);
            }
        }
    }
}
