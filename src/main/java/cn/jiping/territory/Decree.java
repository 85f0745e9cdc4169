package cn.jiping.territory;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * 批复: the document by which places changed, and the first day it holds (null: before our records).
 * {@code dayAssumed}: the document leaves the exact day open and we chose it.
 */
public record Decree(
        UUID id,
        @Nullable LocalDate on,
        String basis,
        boolean dayAssumed,
        String recordedBy,
        Instant recordedAt) {

    public Decree {
        if (basis.isBlank()) {
            throw new IllegalArgumentException("A decree names its basis");
        }
    }

    /** The first day, with the time before our records as the first of all days. */
    LocalDate day() {
        return on == null ? LocalDate.MIN : on;
    }
}
