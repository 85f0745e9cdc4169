package cn.jiping.plan;

import cn.jiping.shared.Ids;
import java.util.UUID;

/** 批次标识: one unified session. */
public record SessionId(UUID value) {
    public static SessionId next() {
        return new SessionId(Ids.next());
    }

    /**
     * @throws IllegalArgumentException if the text is no UUID
     */
    public static SessionId of(String text) {
        return new SessionId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
