package cn.jiping.task;

/** 待办状态. */
public enum TaskStatus {
    /** 待认领. */
    OPEN,
    /** 办理中: somebody has taken it in hand. */
    CLAIMED,
    /** 已办结. */
    DONE,
    /** 已取消. */
    CANCELLED;

    public boolean ended() {
        return switch (this) {
            case OPEN, CLAIMED -> false;
            case DONE, CANCELLED -> true;
        };
    }
}
