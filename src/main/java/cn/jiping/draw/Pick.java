package cn.jiping.draw;

/** 抽中: an entry's public number and the key that gave it its place. */
public record Pick(String number, String key) {}
