package cn.jiping.registration;

import cn.jiping.plan.SessionId;
import cn.jiping.shared.AccountId;
import org.jspecify.annotations.Nullable;

/**
 * 筛选和排序.
 *
 * @param text part of a name or an occupation
 * @param heldBy only what this account has in hand
 * @param onlyAtCounter only what was made at the reader's own counters
 */
public record ApplicationFilter(
        String text,
        @Nullable ApplicationStatus status,
        @Nullable SessionId session,
        @Nullable AccountId heldBy,
        boolean onlyAtCounter,
        Column column,
        boolean descending) {

    /** The same of what was made at the reader's own counters, handed in or not. */
    ApplicationFilter atCounter() {
        return new ApplicationFilter(text, status, session, heldBy, true, column, descending);
    }

    /** What a list is sorted by. */
    public enum Column {
        NAME,
        OCCUPATION,
        STATUS,
        SUBMITTED,
        DUE
    }
}
