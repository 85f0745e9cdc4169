package cn.jiping.registration;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** 审核意见稿: what a reviewer found. */
public record ReviewDraft(Review.Outcome outcome, List<Found> found, String note) {
    public ReviewDraft {
        found = List.copyOf(found);
    }

    /** What is wrong, and with which material; none for the condition claimed. */
    public record Found(Review.Fault fault, @Nullable Material material) {}
}
