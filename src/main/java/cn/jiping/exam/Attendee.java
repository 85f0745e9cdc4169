package cn.jiping.exam;

import cn.jiping.shared.Signature;
import org.jspecify.annotations.Nullable;

/**
 * 应考的一人.
 *
 * @param document the masked number of the identity document; empty if there is none
 * @param state null while nobody has seen them and the sitting is open
 */
public record Attendee(
        SeatView seat, String document, @Nullable Attendance state, @Nullable Signature by) {}
