package cn.jiping.account;

import cn.jiping.web.RetryLater;
import java.time.Duration;

/** 尝试过多: asked again too soon; says nothing about whether the account exists. */
public final class TooManyTries extends RuntimeException implements RetryLater {
    private static final long serialVersionUID = 1L;

    private final Duration retryAfter;
    private final boolean locking;

    TooManyTries(Duration retryAfter) {
        this(retryAfter, false);
    }

    TooManyTries(Duration retryAfter, boolean locking) {
        super("too many tries", null, false, false);
        this.retryAfter = retryAfter.isPositive() ? retryAfter : Duration.ofSeconds(1);
        this.locking = locking;
    }

    /** Whether the name was locked by this very try. */
    boolean locking() {
        return locking;
    }

    @Override
    public Duration retryAfter() {
        return retryAfter;
    }
}
