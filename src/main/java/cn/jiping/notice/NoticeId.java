package cn.jiping.notice;

import cn.jiping.shared.Ids;
import java.util.UUID;

/** 通知标识. */
public record NoticeId(UUID value) {
    public static NoticeId next() {
        return new NoticeId(Ids.next());
    }

    /**
     * @throws IllegalArgumentException if the text is no UUID
     */
    public static NoticeId of(String text) {
        return new NoticeId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
