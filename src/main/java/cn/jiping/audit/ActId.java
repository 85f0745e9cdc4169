package cn.jiping.audit;

import cn.jiping.shared.Ids;
import java.util.UUID;

/** 行为标识: one recorded act. */
public record ActId(UUID value) {
    static ActId next() {
        return new ActId(Ids.next());
    }

    /**
     * @throws IllegalArgumentException if the text is no UUID
     */
    public static ActId of(String text) {
        return new ActId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
