package cn.jiping.certificate.web;

import cn.jiping.certificate.CertificateSettings;
import cn.jiping.certificate.Verification;
import cn.jiping.web.RetryLater;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Objects;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/**
 * 核验限额: how often one caller may ask in a minute, and how often they may be told in an hour that
 * nothing matches. Whoever has certificates at hand seldom misses; whoever tries out numbers always
 * does.
 */
@Component
class VerificationLimit {
    private static final int MOST_CALLERS = 100_000;

    private final Cache<String, Caller> callers =
            Caffeine.newBuilder()
                    .maximumSize(MOST_CALLERS)
                    .expireAfterAccess(Duration.ofHours(1))
                    .build();
    private final CertificateSettings settings;

    VerificationLimit(CertificateSettings settings) {
        this.settings = settings;
    }

    private record Caller(Bucket asks, Bucket misses) {}

    /**
     * @throws TooManyVerifications when the caller has used up their asks or their misses
     */
    Verification counting(HttpServletRequest request, Supplier<Verification> asking) {
        var caller = Objects.requireNonNull(callers.get(request.getRemoteAddr(), _ -> newCaller()));
        requireLeft(caller.misses().estimateAbilityToConsume(1).getNanosToWaitForRefill());
        requireLeft(caller.asks().tryConsumeAndReturnRemaining(1).getNanosToWaitForRefill());
        var answer = asking.get();
        if (answer.why() == Verification.Why.NO_MATCH) {
            caller.misses().tryConsume(1);
        }
        return answer;
    }

    private static void requireLeft(long nanosToWait) {
        if (nanosToWait > 0) {
            throw new TooManyVerifications(Duration.ofNanos(nanosToWait));
        }
    }

    private Caller newCaller() {
        return new Caller(
                bucket(settings.asksPerMinute(), Duration.ofMinutes(1)),
                bucket(settings.missesPerHour(), Duration.ofHours(1)));
    }

    private static Bucket bucket(int most, Duration in) {
        return Bucket.builder()
                .addLimit(Bandwidth.builder().capacity(most).refillGreedy(most, in).build())
                .build();
    }

    /** Asked or missed more often than one caller may. */
    static final class TooManyVerifications extends RuntimeException implements RetryLater {
        private static final long serialVersionUID = 1L;

        private final transient Duration wait;

        TooManyVerifications(Duration wait) {
            super("too many verifications", null, false, false);
            this.wait = wait;
        }

        @Override
        public Duration retryAfter() {
            return wait;
        }
    }
}
