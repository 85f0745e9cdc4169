package cn.jiping.draw;

/** 抽取状态. */
public enum DrawStatus {
    /** 已公告，等待双方承诺. */
    ANNOUNCED,
    /** 双方已承诺，等待公开随机数. */
    COMMITTED,
    /** 公开随机数已定，等待公布密数. */
    VALUE_FIXED,
    /** 密数已公布，种子已定. */
    REVEALED,
    /** 已抽取. */
    DRAWN,
    /** 未能完成. */
    FAILED,
    /** 已取消. */
    CANCELLED;

    boolean mayBecome(DrawStatus next) {
        return switch (this) {
            case ANNOUNCED -> next == COMMITTED || next == FAILED || next == CANCELLED;
            case COMMITTED -> next == VALUE_FIXED || next == FAILED || next == CANCELLED;
            case VALUE_FIXED -> next == REVEALED || next == FAILED || next == CANCELLED;
            case REVEALED -> next == DRAWN;
            case DRAWN, FAILED, CANCELLED -> false;
        };
    }

    /** Whether something still has to happen before there is a result. */
    public boolean running() {
        return switch (this) {
            case ANNOUNCED, COMMITTED, VALUE_FIXED, REVEALED -> true;
            case DRAWN, FAILED, CANCELLED -> false;
        };
    }
}
