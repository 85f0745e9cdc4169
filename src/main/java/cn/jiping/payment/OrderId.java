package cn.jiping.payment;

import cn.jiping.shared.Ids;
import java.util.UUID;

/** 订单标识: one order to pay. */
public record OrderId(UUID value) {
    public static OrderId next() {
        return new OrderId(Ids.next());
    }

    /**
     * @throws IllegalArgumentException if the text is no UUID
     */
    public static OrderId of(String text) {
        return new OrderId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
