package cn.jiping.exam;

import cn.jiping.shared.Source;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * 签到时段.
 *
 * @param starts when the subject begins; null where it has no hour
 * @param until the first moment that is too late
 */
public record SittingWindow(
        Instant opens, @Nullable Instant starts, Instant until, Source source) {}
