package cn.jiping.notice;

import cn.jiping.shared.Refusal;

/** 通知拒绝: why a delivery or a preference was not changed. */
public final class NoticeRefused extends Refusal {
    private static final long serialVersionUID = 1L;

    private NoticeRefused(String code, Object... arguments) {
        super(code, null, arguments);
    }

    static NoticeRefused notFailed() {
        return new NoticeRefused("notice.not-failed");
    }

    static NoticeRefused noAddress() {
        return new NoticeRefused("notice.no-address");
    }

    static NoticeRefused cannotBeSwitchedOff() {
        return new NoticeRefused("notice.cannot-be-switched-off");
    }
}
