package cn.jiping.audit;

import java.time.Instant;

/** 清除: when, by whom, why and by which term a payload was erased. */
public record Erasure(Instant at, String by, String reason, String term) {}
