package cn.jiping.notice;

/** 送达状态. */
public enum DeliveryState {
    /** 待发送, also between two attempts. */
    WAITING,
    /** 已发送: handed over to the mail server or the SMS gateway. */
    SENT,
    /** 发送失败: given up; an administrator may send it again. */
    FAILED,
    /** 无联系方式: the recipient left no address for this channel, so it would fail again. */
    NO_ADDRESS,
    /** 渠道未配置: this installation has no mail server or SMS gateway; nothing was sent. */
    NOT_CONFIGURED;

    boolean mayBeSentAgain() {
        return switch (this) {
            case FAILED, NOT_CONFIGURED -> true;
            case WAITING, SENT, NO_ADDRESS -> false;
        };
    }
}
