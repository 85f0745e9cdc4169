package cn.jiping.draw;

import cn.jiping.shared.Source;

/** 排除: who was considered and is not in the pool, why, and by which clause or practice. */
public record Exclusion(String number, String name, String reason, Source source) {}
