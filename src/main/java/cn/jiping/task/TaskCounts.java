package cn.jiping.task;

/** 待办件数. Counted up to {@link #MOST}, most urgent first; a full count means that many or more. */
public record TaskCounts(long open, long unclaimed, long mine, long overdue, long today) {
    /** Beyond this nobody reads a list; the exact number would cost more than it tells. */
    public static final int MOST = 10_000;

    /** Whether there may be more. */
    public boolean full() {
        return open >= MOST;
    }
}
