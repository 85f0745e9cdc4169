package cn.jiping.score;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** 结果状态: how somebody came through the session. */
public enum ResultState {
    /** 合格. */
    PASSED,
    /** 部分合格: a subject of this session is kept. */
    KEPT,
    /** 不合格. */
    FAILED,
    /** 缺考, and nothing scored. */
    ABSENT;

    /**
     * The one place that says it; lists that are filtered and sorted by it say the same in SQL.
     *
     * @param marks of this session; null is absent or voided
     * @param voided subjects in which a breach of discipline voided the mark
     * @param open subjects still to be passed
     */
    static ResultState of(
            boolean passed,
            Map<ScoredSubject, @Nullable BigDecimal> marks,
            Set<ScoredSubject> voided,
            Collection<ScoredSubject> open) {
        if (passed) {
            return PASSED;
        }
        var scored =
                marks.entrySet().stream()
                        .filter(mark -> mark.getValue() != null)
                        .map(Map.Entry::getKey)
                        .toList();
        if (!open.containsAll(scored)) {
            return KEPT;
        }
        return scored.isEmpty() && !voided.containsAll(marks.keySet()) ? ABSENT : FAILED;
    }
}
