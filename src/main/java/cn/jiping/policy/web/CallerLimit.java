package cn.jiping.policy.web;

import cn.jiping.web.RetryLater;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Objects;
import org.springframework.stereotype.Component;

/**
 * 调用限额: how often one caller may ask in a minute. Counted in each process: questions cost little,
 * the limit only keeps one caller from crowding out the others.
 */
@Component
class CallerLimit {
    private static final int MOST_CALLERS = 100_000;

    private final DecisionSettings settings;
    private final Cache<String, Bucket> callers =
            Caffeine.newBuilder()
                    .maximumSize(MOST_CALLERS)
                    .expireAfterAccess(Duration.ofMinutes(10))
                    .build();

    CallerLimit(DecisionSettings settings) {
        this.settings = settings;
    }

    /**
     * @throws TooManyQuestions when the caller has used up the minute
     */
    void count(HttpServletRequest request) {
        var bucket = Objects.requireNonNull(callers.get(request.getRemoteAddr(), _ -> newBucket()));
        var probe = bucket.tryConsumeAndReturnRemaining(1);
        if (!probe.isConsumed()) {
            throw new TooManyQuestions(Duration.ofNanos(probe.getNanosToWaitForRefill()));
        }
    }

    private Bucket newBucket() {
        var perMinute = settings.perMinute();
        return Bucket.builder()
                .addLimit(
                        Bandwidth.builder()
                                .capacity(perMinute)
                                .refillGreedy(perMinute, Duration.ofMinutes(1))
                                .build())
                .build();
    }

    /** Asked more often than one caller may. */
    static final class TooManyQuestions extends RuntimeException implements RetryLater {
        private static final long serialVersionUID = 1L;

        private final transient Duration wait;

        TooManyQuestions(Duration wait) {
            super("too many questions", null, false, false);
            this.wait = wait;
        }

        @Override
        public Duration retryAfter() {
            return wait;
        }
    }
}
