package cn.jiping.task;

import cn.jiping.shared.Ids;
import java.util.UUID;

/** 待办标识. */
public record TaskId(UUID value) {
    public static TaskId next() {
        return new TaskId(Ids.next());
    }

    /**
     * @throws IllegalArgumentException if the text is no UUID
     */
    public static TaskId of(String text) {
        return new TaskId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
