package cn.jiping.account;

import cn.jiping.shared.AccountId;
import cn.jiping.shared.DivisionCode;
import cn.jiping.shared.Role;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** 账号事件: what the owner of an account, or an administrator, should hear of. */
public sealed interface AccountEvent {
    AccountId account();

    /** 告知本人: what the owner is told; {@code at} tells one such change from the next. */
    sealed interface OwnersConcern extends AccountEvent {
        Instant at();
    }

    /** 密码已修改. */
    record PasswordChanged(AccountId account, Instant at) implements OwnersConcern {}

    /** 手机号已更换; {@code oldPhone} is masked. */
    record PhoneChanged(AccountId account, @Nullable String oldPhone, Instant at)
            implements OwnersConcern {}

    /** 授予岗位. */
    record RoleGranted(
            AccountId account, Role role, String place, @Nullable LocalDate until, Instant at)
            implements OwnersConcern {}

    /** 收回岗位. */
    record RoleEnded(AccountId account, Role role, String place, Instant at)
            implements OwnersConcern {}

    /** 账号已停用. */
    record Suspended(AccountId account, Instant at) implements OwnersConcern {}

    /** 账号已恢复. */
    record Reactivated(AccountId account, Instant at) implements OwnersConcern {}

    /** 等待第二人确认, until {@code expiresAt}; {@code name} is the account owner's. */
    record SecondPersonNeeded(
            AccountId account,
            ProposalId proposal,
            String name,
            @Nullable DivisionCode division,
            Instant expiresAt)
            implements AccountEvent {}

    /** 已确认、退回或撤回. */
    record ProposalClosed(AccountId account, ProposalId proposal) implements AccountEvent {}

    /** 账号已复核; it was due on the day. */
    record Reviewed(AccountId account, LocalDate dueOn) implements AccountEvent {}

    /** 账号应当复核; {@code home} is the division whose administrators look after it. */
    record ReviewDue(AccountId account, String name, @Nullable DivisionCode home, LocalDate dueOn)
            implements AccountEvent {}
}
