package cn.jiping.notice;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** 通知, as its recipient sees it. */
public record NoticeView(
        NoticeId id,
        NoticeCategory category,
        String title,
        String body,
        String path,
        Instant sentAt,
        @Nullable Instant readAt) {

    public boolean unread() {
        return readAt == null;
    }
}
