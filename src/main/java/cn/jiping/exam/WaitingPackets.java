package cn.jiping.exam;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * 待交接的试卷袋: those that take the same step next and may take it together.
 *
 * @param sitting whose papers they are if each sitting takes the step at its own hour; otherwise
 *     null
 * @param from before when it is too early; null if it may be taken now
 */
public record WaitingPackets(
        PaperStep step, @Nullable Sitting sitting, @Nullable Instant from, List<Packet> packets) {
    public WaitingPackets {
        packets = List.copyOf(packets);
    }
}
