package cn.jiping.registration;

import cn.jiping.payment.FeeItem;
import cn.jiping.plan.SessionId;
import org.jspecify.annotations.Nullable;

/**
 * 筛选和排序.
 *
 * @param text part of a name or an occupation
 * @param subject that is sat for again
 */
public record ResitFilter(
        String text,
        @Nullable SessionId session,
        @Nullable FeeItem subject,
        Column column,
        boolean descending) {

    /** What the list is sorted by. */
    public enum Column {
        NAME,
        OCCUPATION,
        CITY,
        UNTIL,
        STATUS
    }
}
