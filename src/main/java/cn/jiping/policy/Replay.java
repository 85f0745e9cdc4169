package cn.jiping.policy;

import cn.jiping.shared.DivisionCode;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * 重判: what a draft would decide otherwise, tried on stored decisions or on the cases of a file;
 * where it stands, or what came out.
 */
public record Replay(
        UUID id, UUID draft, LawDraft.Books books, Over over, Asked asked, Progress progress) {

    /** What is judged: the stored decisions that the filter takes, or the cases of a file. */
    public record Over(@Nullable String file, DecisionFilter filter, UUID last) {
        public boolean cases() {
            return file != null;
        }

        boolean everything() {
            return file == null && filter.takesAll();
        }
    }

    /** Who asked for it, from which province, and when. */
    public record Asked(String by, @Nullable DivisionCode division, Instant at) {}

    /**
     * Where it stands; outdated are decisions that the book in force would decide otherwise by now
     * than they were.
     */
    public record Progress(
            UUID position,
            long total,
            Counts counts,
            boolean stopped,
            @Nullable Instant finishedAt,
            int version) {}

    /** How many were judged, how many differ, and how many differ already from what was decided. */
    public record Counts(long judged, long differing, long outdated) {
        static final Counts NONE = new Counts(0, 0, 0);

        Counts plus(long moreJudged, long moreDiffering, long moreOutdated) {
            return new Counts(
                    judged + moreJudged, differing + moreDiffering, outdated + moreOutdated);
        }
    }

    public boolean running() {
        return progress.finishedAt() == null;
    }

    /** Whether it went through all decisions to the end. */
    public boolean whole() {
        return !running() && !progress.stopped() && over.everything();
    }

    /** The same, going on with what was decided since. */
    Replay upTo(UUID last, long more) {
        return new Replay(
                id,
                draft,
                books,
                new Over(over.file(), over.filter(), last),
                asked,
                new Progress(
                        progress.position(),
                        progress.total() + more,
                        progress.counts(),
                        false,
                        null,
                        progress.version()));
    }

    Replay moved(UUID position, Counts counts, @Nullable Instant finishedAt) {
        return new Replay(
                id,
                draft,
                books,
                over,
                asked,
                new Progress(
                        position, progress.total(), counts, false, finishedAt, progress.version()));
    }

    Replay stopped(Instant now) {
        if (!running()) {
            throw LawRefused.replayEnded();
        }
        return new Replay(
                id,
                draft,
                books,
                over,
                asked,
                new Progress(
                        progress.position(),
                        progress.total(),
                        progress.counts(),
                        true,
                        now,
                        progress.version()));
    }
}
