package cn.jiping.account;

import cn.jiping.shared.Role;
import org.jspecify.annotations.Nullable;

/** 账号查询: what a list of accounts is narrowed to and how it is ordered. */
public record AccountQuery(
        String text,
        @Nullable Role role,
        @Nullable AccountState state,
        @Nullable String place,
        Order order,
        boolean descending) {

    /** 排序. */
    public enum Order {
        NAME,
        USER_NAME,
        CREATED,
        REVIEWED
    }

    public static AccountQuery everything() {
        return new AccountQuery("", null, null, null, Order.CREATED, true);
    }
}
