package cn.jiping.notice;

import org.jspecify.annotations.Nullable;

/** 信箱查询: null means any. */
public record InboxSearch(
        boolean unreadOnly, @Nullable NoticeCategory category, @Nullable String text) {}
