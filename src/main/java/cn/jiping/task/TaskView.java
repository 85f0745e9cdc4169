package cn.jiping.task;

import cn.jiping.shared.Role;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** 待办, as its page shows it to one actor: the facts, what happened, what the actor may do. */
public record TaskView(
        TaskRow row,
        String path,
        List<Role> roles,
        @Nullable Passing passing,
        Actions actions,
        List<TaskStep> steps,
        int version) {
    public TaskView {
        roles = List.copyOf(roles);
        steps = List.copyOf(steps);
    }

    /** How it ended, or by whom it was handed up or down. */
    public record Passing(
            @Nullable String handedBy, @Nullable String endedBy, @Nullable String endedReason) {}

    /** What the actor may do now. */
    public record Actions(
            boolean claim,
            boolean release,
            boolean handOver,
            boolean handUp,
            boolean handDown,
            boolean takeBack,
            boolean finish) {

        public boolean hand() {
            return handOver || handUp || handDown;
        }

        public boolean any() {
            return claim || release || handOver || handUp || handDown || takeBack || finish;
        }
    }
}
