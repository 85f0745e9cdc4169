package cn.jiping.keys;

/** 加密列状态: how many rows of a column are not yet under the current keys. */
public record ColumnState(String column, long remaining) {}
