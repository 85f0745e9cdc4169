package cn.jiping.account;

import cn.jiping.shared.AccountId;
import java.time.Instant;
import java.util.UUID;

/** 登录成功: the account whose owner proved to be there, and the record of it. */
public record Entry(AccountId account, UUID attempt, Instant at) {}
