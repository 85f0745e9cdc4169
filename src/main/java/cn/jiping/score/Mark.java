package cn.jiping.score;

import java.math.BigDecimal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * 科目成绩: what one candidate has in one subject.
 *
 * @param score null is absent (缺考) or voided
 * @param voided 违纪, 成绩无效
 */
record Mark(UUID examinee, ScoredSubject subject, @Nullable BigDecimal score, boolean voided) {
    static Mark of(UUID examinee, ScoredSubject subject, BigDecimal score) {
        return new Mark(examinee, subject, score, false);
    }

    static Mark absent(UUID examinee, ScoredSubject subject) {
        return new Mark(examinee, subject, null, false);
    }

    static Mark voided(UUID examinee, ScoredSubject subject) {
        return new Mark(examinee, subject, null, true);
    }

    boolean same(Mark other) {
        return score == null
                ? other.score == null && voided == other.voided
                : other.score != null && score.compareTo(other.score) == 0;
    }
}
