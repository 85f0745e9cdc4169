package cn.jiping.task;

import cn.jiping.shared.AccountId;

/** 同事: an account that may do a task too. */
public record Colleague(AccountId account, String name) {}
