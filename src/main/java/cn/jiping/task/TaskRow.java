package cn.jiping.task;

import cn.jiping.shared.Source;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** 待办列表的一行. */
public record TaskRow(
        TaskId id,
        String kind,
        String title,
        String place,
        @Nullable Due due,
        Standing standing,
        Instant openedAt) {

    /** Until when, by which clause. */
    public record Due(Instant at, Source source) {}

    /** How it stands: with whom, since when it has ended. */
    public record Standing(
            TaskStatus status,
            @Nullable String claimant,
            boolean mine,
            @Nullable Instant endedAt) {}
}
