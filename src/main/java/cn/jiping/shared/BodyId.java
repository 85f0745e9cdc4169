package cn.jiping.shared;

import java.util.UUID;

/** 评价机构标识: an evaluation body. */
public record BodyId(UUID value) {
    public static BodyId next() {
        return new BodyId(Ids.next());
    }

    /**
     * @throws IllegalArgumentException if the text is no UUID
     */
    public static BodyId of(String text) {
        return new BodyId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
