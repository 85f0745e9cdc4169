package cn.jiping.certificate;

import java.time.Instant;

/** 领证: who took the certificate, and who gave it out. */
public record HandOut(String to, String by, Instant at) {}
