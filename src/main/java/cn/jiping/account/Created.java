package cn.jiping.account;

import cn.jiping.shared.AccountId;

/**
 * 账号已建立: the link by which its owner sets the password, and whether the role waits for a second
 * person.
 */
public record Created(AccountId account, OneTimeLink activation, boolean proposed) {}
