package cn.jiping.score;

import java.math.BigDecimal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** 科目成绩: what one candidate has in one subject; null is absent (缺考). */
record Mark(UUID examinee, ScoredSubject subject, @Nullable BigDecimal score) {
    boolean same(Mark other) {
        return score == null
                ? other.score == null
                : other.score != null && score.compareTo(other.score) == 0;
    }
}
