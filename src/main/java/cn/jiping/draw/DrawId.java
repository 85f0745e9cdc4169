package cn.jiping.draw;

import cn.jiping.shared.Ids;
import java.util.UUID;

/** 抽取标识: one announced draw. */
public record DrawId(UUID value) {
    public static DrawId next() {
        return new DrawId(Ids.next());
    }

    /**
     * @throws IllegalArgumentException if the text is no UUID
     */
    public static DrawId of(String text) {
        return new DrawId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
