package cn.jiping.architecture.samples;

public final class NamingHelper {}
