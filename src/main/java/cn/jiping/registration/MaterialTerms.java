package cn.jiping.registration;

import cn.jiping.policy.GoverningDate;
import cn.jiping.policy.LawPage;
import cn.jiping.policy.Terms;
import cn.jiping.shared.SkillLevel;
import cn.jiping.shared.Source;
import java.time.Period;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** 报名材料: what is handed in, and for which conditions. */
@LawPage(
        path = "registration/materials",
        governedBy = GoverningDate.ASKED,
        in = {"00", "33", "22"})
public record MaterialTerms(List<Row> rows, @Nullable Photo photo) implements Terms {
    public MaterialTerms {
        rows = List.copyOf(rows);
    }

    /**
     * One thing to hand in: where the condition asks for {@code when}, at the levels named or at
     * all; {@code insteadOf}: for who is still at school, in place of another.
     */
    public record Row(
            Material material,
            When when,
            @Nullable Set<SkillLevel> levels,
            @Nullable Integer copies,
            @Nullable Material insteadOf,
            Source source) {
        public Row {
            levels = levels == null ? null : Set.copyOf(levels);
        }
    }

    /** 条件中有什么要求时才交. */
    public enum When {
        /** 一律. */
        ALWAYS,
        /** 工作年限. */
        YEARS,
        /** 下一等级证书. */
        CERTIFICATE,
        /** 职称. */
        TITLE,
        /** 学历. */
        SCHOOLING,
        /** 学历，在读应届也可以. */
        FINAL_YEAR
    }

    /** 照片规格. */
    public record Photo(
            int copies,
            PhotoSize size,
            boolean colour,
            boolean bareheaded,
            Period notOlderThan,
            Source source) {}

    /** 照片尺寸. */
    public enum PhotoSize {
        /** 小二寸. */
        SMALL_TWO_INCH
    }
}
