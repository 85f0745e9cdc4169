package cn.jiping.policy;

import org.jspecify.annotations.Nullable;

/** 差异筛选: of one kind, of one topic, about something whose number holds a text. */
public record DifferenceFilter(
        ReplayDifference.@Nullable Kind kind, @Nullable String topic, @Nullable String text) {
    public static final DifferenceFilter ALL = new DifferenceFilter(null, null, null);
}
