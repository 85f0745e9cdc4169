package cn.jiping.audit;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * 核验: one run over every block up to the last there was when it was asked for, then over every
 * day's acts for those in no block. Done in pieces, so that it goes on where a process was ended.
 */
public record Verification(
        UUID id,
        Instant askedAt,
        String askedBy,
        Progress progress,
        Counts counts,
        @Nullable Instant finishedAt) {

    /** Blocks first; a day is set once the blocks are through. */
    record Progress(long lastBlock, BlockCheck.Place before, @Nullable LocalDate day) {}

    /** What was seen: acts in blocks, erased payloads, acts long without block, findings. */
    public record Counts(long acts, long erased, long waiting, long findings) {
        Counts plus(long moreActs, long moreErased, long moreFindings) {
            return new Counts(
                    acts + moreActs, erased + moreErased, waiting, findings + moreFindings);
        }
    }

    static Verification asked(UUID id, Instant at, String by, long lastBlock) {
        return new Verification(
                id,
                at,
                by,
                new Progress(lastBlock, BlockCheck.Place.START, null),
                new Counts(0, 0, 0, 0),
                null);
    }

    Verification at(Progress next, Counts sums) {
        return new Verification(id, askedAt, askedBy, next, sums, null);
    }

    Verification finished(Counts sums, Instant at) {
        return new Verification(id, askedAt, askedBy, progress, sums, at);
    }

    public boolean running() {
        return finishedAt == null;
    }

    /** Whether it ran to the end and found everything as it was sealed. */
    public boolean sound() {
        return finishedAt != null && counts.findings() == 0;
    }

    public long blocks() {
        return progress.lastBlock();
    }

    public long blocksDone() {
        return Math.min(progress.before().number(), progress.lastBlock());
    }
}
