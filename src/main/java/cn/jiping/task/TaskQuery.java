package cn.jiping.task;

import org.jspecify.annotations.Nullable;

/** 待办查询: what an inbox is narrowed to; null means any; place and text are parts of names. */
public record TaskQuery(
        View view,
        @Nullable String kind,
        @Nullable String place,
        @Nullable String text,
        Order order) {

    /** 视图. */
    public enum View {
        /** 待办: everything that waits for the actor's office. */
        WAITING,
        /** 我认领的. */
        MINE,
        /** 无人认领的. */
        UNCLAIMED,
        /** 已超期的. */
        OVERDUE,
        /** 我交给别的机关的. */
        HANDED,
        /** 已办结或取消的. */
        ENDED
    }

    /** 排序; ended ones always stand newest first. */
    public enum Order {
        DUE_FIRST,
        DUE_LAST,
        OPENED_FIRST,
        OPENED_LAST
    }

    public static TaskQuery of(View view) {
        return new TaskQuery(view, null, null, null, Order.DUE_FIRST);
    }
}
