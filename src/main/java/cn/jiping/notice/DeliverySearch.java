package cn.jiping.notice;

import org.jspecify.annotations.Nullable;

/** 送达查询: what an administrator looks for; null means any. */
public record DeliverySearch(
        @Nullable DeliveryState state, @Nullable Channel channel, @Nullable String recipient) {}
