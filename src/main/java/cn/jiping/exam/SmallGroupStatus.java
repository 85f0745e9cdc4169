package cn.jiping.exam;

/** 不足人数的组的状态. */
public enum SmallGroupStatus {
    /** 待市级提出. */
    OPEN,
    /** 待省级决定. */
    PROPOSED,
    /** 已决定. */
    DECIDED,
    /** 已够人数: others came, or were pooled into it. */
    ENOUGH,
    /** 已无人: everybody left. */
    EMPTY;

    /** 待处理: nobody of the group gets a seat. */
    public boolean waiting() {
        return this == OPEN || this == PROPOSED;
    }
}
