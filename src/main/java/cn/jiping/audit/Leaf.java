package cn.jiping.audit;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A leaf as it was sealed, and what lies in the tables for it now. */
record Leaf(
        long block,
        int position,
        UUID act,
        LocalDate recordedOn,
        Digest hash,
        @Nullable Found now) {

    /** The act as it lies there now, with its payload; erased if an erasure was recorded. */
    record Found(RecordedAct act, @Nullable Payload payload, boolean erased) {}
}
