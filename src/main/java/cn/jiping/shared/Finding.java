package cn.jiping.shared;

import java.util.List;

/** 认定结果: a rule's answer that is a value (a date, an amount, an organiser) with its reasons. */
public record Finding<T>(T value, List<Reason> reasons) {
    public Finding {
        reasons = List.copyOf(reasons);
    }

    public static <T> Finding<T> of(T value, Reason... reasons) {
        return new Finding<>(value, List.of(reasons));
    }
}
