package cn.jiping.web;

import java.time.Duration;

/** 稍后再试: an exception that says when the same request may be tried again. Answered with 429. */
public interface RetryLater {
    Duration retryAfter();
}
