package cn.jiping.certificate;

import java.time.LocalDate;

/** 失效: since which day, and why. */
public record Ending(LocalDate on, String reason) {}
