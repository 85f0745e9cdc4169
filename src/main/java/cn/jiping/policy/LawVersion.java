package cn.jiping.policy;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * 法规版本: a law book that is or was in force, from when, and by whose act. Without people it was
 * taken up by the program, which then stands in both names.
 */
public record LawVersion(
        int number,
        String book,
        boolean byPeople,
        @Nullable UUID draft,
        String title,
        String proposedBy,
        String confirmedBy,
        Instant inForceFrom) {
    private static final int SHORT = 12;

    /** The first twelve digits of the hash, enough to tell versions apart. */
    public String shortBook() {
        return shortened(book);
    }

    /** A hash as people compare it. */
    public static String shortened(String hash) {
        return hash.substring(0, Math.min(SHORT, hash.length()));
    }
}
