package cn.jiping.account;

import cn.jiping.shared.AccountId;
import cn.jiping.shared.DivisionCode;
import cn.jiping.shared.Role;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** 账号事件: what the owner of an account, or an administrator, should hear of. */
public sealed interface AccountEvent {
    AccountId account();

    /** 密码已修改. */
    record PasswordChanged(AccountId account) implements AccountEvent {}

    /** 手机号已更换; {@code oldPhone} is masked. */
    record PhoneChanged(AccountId account, @Nullable String oldPhone) implements AccountEvent {}

    /** 授予岗位. */
    record RoleGranted(AccountId account, Role role, String place, @Nullable LocalDate until)
            implements AccountEvent {}

    /** 收回岗位. */
    record RoleEnded(AccountId account, Role role, String place) implements AccountEvent {}

    /** 账号已停用. */
    record Suspended(AccountId account) implements AccountEvent {}

    /** 账号已恢复. */
    record Reactivated(AccountId account) implements AccountEvent {}

    /** 等待第二人确认. */
    record SecondPersonNeeded(
            AccountId account, ProposalId proposal, @Nullable DivisionCode division)
            implements AccountEvent {}

    /** 账号已复核; it was due on the day. */
    record Reviewed(AccountId account, LocalDate dueOn) implements AccountEvent {}

    /** 账号应当复核; {@code home} is the division whose administrators look after it. */
    record ReviewDue(AccountId account, String name, @Nullable DivisionCode home, LocalDate dueOn)
            implements AccountEvent {}
}
