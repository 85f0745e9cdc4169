package cn.jiping.shared;

import java.util.List;

/** 一页结果: the rows asked for and how many there are in all. */
public record Slice<T>(List<T> rows, long total, Paging paging) {
    public Slice {
        rows = List.copyOf(rows);
    }

    public int pages() {
        return (int) Math.max(1, (total + paging.size() - 1) / paging.size());
    }
}
