package cn.jiping.testing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** A system clock that runs, and that a test may put forward. Import it in the test. */
@TestConfiguration(proxyBeanMethods = false)
public class TestClock {
    @Bean
    @Primary
    MovableClock testSystemClock() {
        return new MovableClock();
    }

    /** The running clock plus what the test added. */
    public static final class MovableClock extends Clock {
        private final Clock running = Clock.systemUTC();
        private final AtomicReference<Duration> ahead = new AtomicReference<>(Duration.ZERO);

        public void advance(Duration by) {
            ahead.updateAndGet(ahead -> ahead.plus(by));
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        /** As it stands now, for legal dates. */
        public Clock withZoneOfChina() {
            return withZone(ZoneId.of("Asia/Shanghai"));
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return Clock.fixed(instant(), zone);
        }

        @Override
        public Instant instant() {
            return running.instant().plus(ahead.get());
        }
    }
}
