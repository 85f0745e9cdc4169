package cn.jiping.registration;

import cn.jiping.shared.Signature;
import cn.jiping.shared.Source;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** 审核意见: what one reviewer decided, why, and by which clause; it stays for good. */
public record Review(
        ReviewStage stage, Outcome outcome, List<Ground> grounds, String note, Signature by) {
    public Review {
        grounds = List.copyOf(grounds);
        if (outcome != Outcome.PASSED && grounds.isEmpty()) {
            throw new IllegalArgumentException("Whoever refuses or asks says why");
        }
    }

    /** 结论. */
    public enum Outcome {
        /** 通过. */
        PASSED,
        /** 一次性告知补正. */
        RETURNED,
        /** 不通过. */
        REFUSED
    }

    /** 理由的种类. */
    public enum Fault {
        /** 缺少. */
        MISSING,
        /** 看不清. */
        UNCLEAR,
        /** 与申报内容不一致. */
        CONTRADICTS,
        /** 不真实. */
        FALSE,
        /** 不符合所报条件. */
        CONDITION_NOT_MET;

        /** Whether the applicant can mend it. */
        public boolean mendable() {
            return this == MISSING || this == UNCLEAR || this == CONTRADICTS;
        }
    }

    /** 理由: what is wrong with which material, or with the condition claimed; and by what. */
    public record Ground(Fault fault, @Nullable Material material, Source source) {
        public Ground {
            if ((material == null) != (fault == Fault.CONDITION_NOT_MET)) {
                throw new IllegalArgumentException("A fault is one of a material or of the claim");
            }
        }
    }
}
