package cn.jiping.draw;

import cn.jiping.shared.BodyId;
import cn.jiping.shared.DivisionCode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** 抽取一览的一行. */
public record DrawRow(
        DrawId id,
        String number,
        String title,
        String subject,
        @Nullable DivisionCode division,
        @Nullable BodyId body,
        DrawStatus status,
        Instant announcedAt,
        @Nullable Instant due,
        Counts counts) {

    /** How many stand in the pool, how many are drawn and stand ready. */
    public record Counts(int pool, int drawn, int alternates) {}
}
