package cn.jiping.score;

import cn.jiping.plan.SessionId;
import cn.jiping.shared.DivisionCode;
import cn.jiping.shared.PersonId;
import cn.jiping.shared.SkillLevel;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * 鉴定结果: published; {@code open} are the subjects still to be passed, {@code marks} what was scored
 * this time (null: absent, or among those voided for a breach of discipline).
 */
public record ResultView(
        SessionId session,
        UUID examinee,
        PersonId person,
        String name,
        DivisionCode city,
        String occupation,
        SkillLevel level,
        Map<ScoredSubject, @Nullable BigDecimal> marks,
        Set<ScoredSubject> voided,
        boolean passed,
        List<ScoredSubject> open,
        UUID decision,
        LocalDate publishedOn) {
    public ResultView {
        voided = Set.copyOf(voided);
        open = List.copyOf(open);
    }

    public ResultState state() {
        return ResultState.of(passed, marks, voided, open);
    }
}
