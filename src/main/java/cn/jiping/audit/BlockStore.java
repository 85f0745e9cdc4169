package cn.jiping.audit;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Blocks, their leaves and the queue before them. They belong to no place. */
interface BlockStore {
    /** Whether this transaction is now the only one that seals. */
    boolean lockForSealing();

    Optional<Block> loadLatest();

    Optional<Block> load(long number);

    List<Block> loadFrom(long number, int atMost);

    /** Newest first. */
    List<Block> loadBefore(long number, int atMost);

    /** Where the queue goes on, and the acts in it that exist. */
    Waiting loadPending(@Nullable UUID after, int atMost);

    /** The last id looked at, null if the queue has ended. */
    record Waiting(@Nullable UUID last, List<RecordedAct> acts) {}

    /** Inserts the block with a leaf for each act and takes the acts from the queue. */
    void insert(Block block, List<RecordedAct> acts);

    /** The leaves of the blocks, each with what lies there now, in order. */
    List<Leaf> loadLeaves(long firstBlock, long lastBlock);

    Optional<Leaf> loadLeafOf(RecordedAct act);

    List<Digest> loadLeafHashes(long block);

    Optional<LocalDate> loadNextDay(@Nullable LocalDate after);

    /** Acts of the day that stand in no block and do not wait for one. */
    void loadExtras(LocalDate day, Consumer<UUID> each);

    /** Entries of the queue whose act is not there. */
    void loadLostFromQueue(Consumer<UUID> each);

    /** How many acts recorded before then still wait; stops counting at the limit. */
    long loadWaiting(Instant before, int atMost);
}
