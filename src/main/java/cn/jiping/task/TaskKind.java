package cn.jiping.task;

/**
 * 待办类型: kept as a constant by the module that opens such tasks. Its texts stand under {@code
 * task.<code>.name} (what filters show) and {@code task.<code>.title}. A kind done by hand is
 * finished on the task's own page; any other is closed by its module when the matter is settled.
 */
public record TaskKind(String code, boolean doneByHand) {
    public static TaskKind closedByItsModule(String code) {
        return new TaskKind(code, false);
    }

    public static TaskKind doneByHand(String code) {
        return new TaskKind(code, true);
    }
}
