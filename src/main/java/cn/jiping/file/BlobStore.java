package cn.jiping.file;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * 内容库: keeps content under its own hash. What {@link #put} returned from is there after a power
 * cut.
 */
interface BlobStore {
    /** Keeps the content; putting it again makes it young again. */
    BlobAddress put(byte[] content);

    Optional<byte[]> read(BlobAddress address);

    boolean has(BlobAddress address);

    /** Up to so many not touched since the instant, a bounded piece of the whole. */
    List<BlobAddress> untouchedSince(Instant instant, BlobAddress after, int atMost);

    /** Takes it out of sight, so that nobody reads it, without losing it. */
    void layAside(BlobAddress address);

    /** What lies aside, such as after a crash in the middle of a sweep. */
    List<BlobAddress> aside();

    void restore(BlobAddress address);

    /** Ends what lies aside. */
    void discard(BlobAddress address);

    /** Removes what writes that never ended left behind before the instant. */
    int tidy(Instant before);
}
