package cn.jiping.task;

/** 升级方式: who else is told, and may do the task, when it is late. */
public enum Escalation {
    NONE,
    /** To the approver of the office, or the head of the body, when the time is over. */
    TO_APPROVER,
    /** The same, and some days later to the approver of the office above. */
    TO_APPROVER_THEN_ABOVE
}
