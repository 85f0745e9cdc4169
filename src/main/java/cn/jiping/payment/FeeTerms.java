package cn.jiping.payment;

import cn.jiping.policy.GoverningDate;
import cn.jiping.policy.Key;
import cn.jiping.policy.LawPage;
import cn.jiping.policy.Terms;
import cn.jiping.shared.SkillLevel;
import cn.jiping.shared.Source;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** 收费标准: what each subject costs at each level, in yuan. */
@LawPage(
        path = "payment/fee",
        governedBy = GoverningDate.ANNOUNCED,
        in = {"33"})
public record FeeTerms(List<Row> rows) implements Terms {
    public FeeTerms {
        rows = List.copyOf(rows);
    }

    /** The fees of some levels; null where the subject does not exist there. */
    public record Row(
            @Key Set<SkillLevel> levels,
            @Nullable Integer theory,
            @Nullable Integer skills,
            @Nullable Integer review,
            Source source) {

        @Nullable Integer of(FeeItem item) {
            return switch (item) {
                case THEORY -> theory;
                case SKILLS -> skills;
                case REVIEW -> review;
            };
        }
    }

    Row of(SkillLevel level) {
        return rows.stream().filter(row -> row.levels().contains(level)).findFirst().orElseThrow();
    }
}
