package cn.jiping.task;

/** 待办事件. */
public sealed interface TaskEvent {
    /** 办结: finished by hand on its own page; its module may go on. */
    record Finished(TaskId task, String key, String note) implements TaskEvent {}
}
