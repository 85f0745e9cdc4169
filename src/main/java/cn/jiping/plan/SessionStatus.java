package cn.jiping.plan;

/** 批次状态. */
public enum SessionStatus {
    /** 待公告. */
    DRAFT,
    /** 已公告. */
    ANNOUNCED,
    /** 已作废: a draft that was never announced. */
    DISCARDED;

    boolean mayBecome(SessionStatus next) {
        return switch (this) {
            case DRAFT -> next == ANNOUNCED || next == DISCARDED;
            case ANNOUNCED, DISCARDED -> false;
        };
    }
}
