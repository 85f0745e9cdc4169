package cn.jiping.payment;

import cn.jiping.shared.DivisionCode;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * 筛选和排序.
 *
 * @param text part of the number or of the payer's name
 */
public record OrderFilter(
        String text,
        @Nullable OrderStatus status,
        @Nullable UUID session,
        @Nullable DivisionCode city,
        Column column,
        boolean descending) {

    public static OrderFilter everything() {
        return new OrderFilter("", null, null, null, Column.OPENED, true);
    }

    /** What a list is sorted by. */
    public enum Column {
        OPENED,
        PAYER,
        AMOUNT,
        STATUS,
        UNTIL
    }
}
