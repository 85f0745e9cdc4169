package cn.jiping.plan;

import cn.jiping.shared.Ids;
import java.util.UUID;

/** 开考项标识: one occupation and level of a session. */
public record OfferingId(UUID value) {
    public static OfferingId next() {
        return new OfferingId(Ids.next());
    }

    /**
     * @throws IllegalArgumentException if the text is no UUID
     */
    public static OfferingId of(String text) {
        return new OfferingId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
