package cn.jiping.task;

import java.time.Instant;

/** 经过: one thing that happened to a task; the act's text stands under {@code act.<act>}. */
public record TaskStep(
        String act, String actor, Instant at, String was, String became, String reason) {}
