package cn.jiping.policy;

import cn.jiping.shared.DivisionCode;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** 差异: a decision that the draft would decide otherwise, with both answers. */
public record ReplayDifference(
        long number,
        Kind kind,
        DecisionDraft.About about,
        String topic,
        String facts,
        @Nullable DivisionCode division,
        @Nullable LocalDate asOf,
        Verdict was,
        Verdict becomes) {

    /** 变化. */
    public enum Kind {
        /** 是否准许变了: allowed or not, answered or not. */
        VERDICT,
        /** 结果变了: a date, an amount, an organiser. */
        OUTCOME,
        /** 只是理由或依据变了. */
        GROUNDS
    }

    static ReplayDifference of(ReplayItem item, Kind kind, Verdict was, Verdict becomes) {
        return new ReplayDifference(
                0,
                kind,
                item.about(),
                item.topic(),
                item.facts(),
                item.division(),
                item.asOf(),
                was,
                becomes);
    }
}
