package cn.jiping.policy;

import java.util.List;

/** 引用: a dated entry of a page of law that rests on a source, with the values that do. */
public record CitedEntry(LawBook.Page page, InForce<?> entry, List<CitedValue> values) {
    public CitedEntry {
        values = List.copyOf(values);
    }
}
