package cn.jiping.policy;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** 决定的范围: which stored decisions a replay judges again; what is not given is not narrowed. */
public record DecisionFilter(
        @Nullable String topic,
        @Nullable Jurisdiction jurisdiction,
        @Nullable LocalDate from,
        @Nullable LocalDate until) {
    public static final DecisionFilter ALL = new DecisionFilter(null, null, null, null);

    public boolean takesAll() {
        return equals(ALL);
    }
}
