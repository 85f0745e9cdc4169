package cn.jiping.task;

import cn.jiping.notice.Argument;
import cn.jiping.shared.Role;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * 待办稿: what is to be done where, by holders of which roles, all of one office. The key makes
 * opening idempotent; by it the owning module closes the task again.
 */
public record TaskDraft(
        TaskKind kind,
        List<Argument> arguments,
        TaskSubject subject,
        TaskPlace place,
        Set<Role> roles,
        @Nullable Deadline deadline,
        String key) {
    public TaskDraft {
        arguments = List.copyOf(arguments);
        roles = Set.copyOf(roles);
        if (roles.stream().map(Role::office).distinct().count() != 1) {
            throw new IllegalArgumentException("A task is for roles of one office: " + roles);
        }
        if (key.isBlank()) {
            throw new IllegalArgumentException("A task needs a key");
        }
    }
}
