package cn.jiping.shared;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** 已被他人更改: somebody changed the thing since the page was opened. Nothing was written. */
public final class Stale extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<Change> changes;
    private final @Nullable String changedBy;
    private final @Nullable Instant changedAt;

    public Stale(List<Change> changes, @Nullable String changedBy, @Nullable Instant changedAt) {
        super("stale", null, false, true);
        this.changes = List.copyOf(changes);
        this.changedBy = changedBy;
        this.changedAt = changedAt;
    }

    /** What changed meanwhile, for the person to compare. */
    public List<Change> changes() {
        return changes;
    }

    public @Nullable String changedBy() {
        return changedBy;
    }

    public @Nullable Instant changedAt() {
        return changedAt;
    }

    /** One field: its message key, what stands now, what the person wanted to write. */
    public record Change(String field, String now, String wanted) {}
}
