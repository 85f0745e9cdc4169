package cn.jiping.notice;

/** 通知类别: what a person may choose about, category by category. */
public enum NoticeCategory {
    /** 账号安全: goes out on every channel; nobody can switch it off. */
    SECURITY,
    /** 办理结果: what one has a right to be told; nobody can switch it off. */
    DECISION,
    /** 期限提醒. */
    REMINDER,
    /** 待办流转. */
    WORK,
    /** 系统运行. */
    SYSTEM;

    /** Whether a person has no choice. */
    public boolean fixed() {
        return switch (this) {
            case SECURITY, DECISION -> true;
            case REMINDER, WORK, SYSTEM -> false;
        };
    }

    boolean onByDefault(Channel channel) {
        return switch (this) {
            case SECURITY, DECISION, REMINDER -> true;
            case WORK, SYSTEM -> channel == Channel.EMAIL;
        };
    }
}
