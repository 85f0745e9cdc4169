package cn.jiping.notice;

import cn.jiping.shared.Ids;
import java.util.UUID;

/** 送达标识: one message on one channel; stays the same over all attempts. */
public record DeliveryId(UUID value) {
    public static DeliveryId next() {
        return new DeliveryId(Ids.next());
    }

    /**
     * @throws IllegalArgumentException if the text is no UUID
     */
    public static DeliveryId of(String text) {
        return new DeliveryId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
