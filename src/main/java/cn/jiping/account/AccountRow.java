package cn.jiping.account;

import cn.jiping.shared.AccountId;
import cn.jiping.shared.Role;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** 账号列表的一行. */
public record AccountRow(
        AccountId id,
        String name,
        @Nullable String userName,
        boolean candidate,
        AccountState state,
        List<HeldRole> roles,
        Instant createdAt,
        Instant reviewedAt) {
    public AccountRow {
        roles = List.copyOf(roles);
    }

    /** A role that is valid today or later, as printed. */
    public record HeldRole(Role role, String place, @Nullable LocalDate until) {}
}
