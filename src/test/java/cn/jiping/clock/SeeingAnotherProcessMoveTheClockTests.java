package cn.jiping.clock;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.StaticListableBeanFactory;

/** Two processes on one database: what one read it holds for a moment, and no longer. */
class SeeingAnotherProcessMoveTheClockTests {
    private static final Instant JULY = Instant.parse("2021-07-01T01:00:00Z");
    private static final Duration YEAR = Duration.ofDays(365);

    private final Shared shared = new Shared();
    private final BusinessClock mover = process();
    private final BusinessClock other = process();

    /** The row both read. */
    private static final class Shared implements ClockStore {
        private final AtomicInteger readings = new AtomicInteger();
        private volatile Duration ahead = Duration.ZERO;

        @Override
        public Optional<Duration> ahead() {
            readings.incrementAndGet();
            return Optional.of(ahead);
        }

        @Override
        public void begin(Duration given) {
            throw new IllegalStateException("It has begun");
        }

        @Override
        public boolean advance(Duration given) {
            ahead = given;
            return true;
        }
    }

    private BusinessClock process() {
        return new BusinessClock(
                Clock.fixed(JULY, ZoneOffset.UTC),
                shared,
                new StaticListableBeanFactory().getBeanProvider(DueWork.class),
                true,
                null);
    }

    @Test
    void whoMovesItSeesThatAtOnce() {
        assertThat(mover.now()).isEqualTo(JULY);

        mover.moveTo(JULY.plus(YEAR));

        assertThat(mover.now()).isEqualTo(JULY.plus(YEAR));
    }

    @Test
    void everyOtherSeesItAsSoonAsItsReadingIsOld() throws InterruptedException {
        assertThat(other.now()).isEqualTo(JULY);

        mover.moveTo(JULY.plus(YEAR));
        Thread.sleep(BusinessClock.HELD.plusMillis(1));

        assertThat(other.now()).isEqualTo(JULY.plus(YEAR));
        assertThat(BusinessClock.HELD).isLessThanOrEqualTo(Duration.ofMillis(50));
    }

    @Test
    void readsTheDatabaseOnceForManyQuestions() {
        var began = System.nanoTime();
        for (var n = 0; n < 1000; n++) {
            other.now();
        }
        var moments = (System.nanoTime() - began) / BusinessClock.HELD.toNanos();

        assertThat(shared.readings.get()).isBetween(1, (int) moments + 1);
    }
}
