package cn.jiping.exam;

import cn.jiping.shared.Signature;
import org.jspecify.annotations.Nullable;

/**
 * 考场场次的到考情况.
 *
 * @param closed by whom the absent were fixed; null while people may still sign in
 */
public record RoomSitting(
        SittingPlace place,
        String roomName,
        SittingWindow window,
        int expected,
        int present,
        int absent,
        @Nullable Signature closed) {
    /** How many have not come yet. */
    public int waiting() {
        return expected - present - absent;
    }
}
