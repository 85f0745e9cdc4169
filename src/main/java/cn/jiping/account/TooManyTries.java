package cn.jiping.account;

import cn.jiping.web.RetryLater;
import java.time.Duration;

/** 尝试过多: asked again too soon; says nothing about whether the account exists. */
public final class TooManyTries extends RuntimeException implements RetryLater {
    private static final long serialVersionUID = 1L;

    private final Duration retryAfter;

    TooManyTries(Duration retryAfter) {
        super("too many tries", null, false, false);
        this.retryAfter = retryAfter.isPositive() ? retryAfter : Duration.ofSeconds(1);
    }

    @Override
    public Duration retryAfter() {
        return retryAfter;
    }
}
