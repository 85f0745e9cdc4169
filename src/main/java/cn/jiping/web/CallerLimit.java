package cn.jiping.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Objects;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * 调用限额: how often one caller may ask in a minute for what the matrix says is metered: questions to
 * the rules and open data. Counted in each process: they cost little, the limit only keeps one
 * caller from crowding out the others.
 */
@Component
class CallerLimit implements HandlerInterceptor {
    private static final int MOST_CALLERS = 100_000;

    private final Routes routes;
    private final CallerSettings settings;
    private final Cache<String, Bucket> callers =
            Caffeine.newBuilder()
                    .maximumSize(MOST_CALLERS)
                    .expireAfterAccess(Duration.ofMinutes(10))
                    .build();

    CallerLimit(Routes routes, CallerSettings settings) {
        this.routes = routes;
        this.settings = settings;
    }

    /**
     * @throws TooManyQuestions when the caller has used up the minute
     */
    @Override
    public boolean preHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler) {
        routes.match(HttpMethod.valueOf(request.getMethod()), request.getRequestURI())
                .filter(Route::metered)
                .ifPresent(_ -> count(request));
        return true;
    }

    private void count(HttpServletRequest request) {
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
