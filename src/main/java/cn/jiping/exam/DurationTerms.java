package cn.jiping.exam;

import cn.jiping.policy.GoverningDate;
import cn.jiping.policy.LawPage;
import cn.jiping.policy.Terms;
import cn.jiping.shared.ExamMode;
import cn.jiping.shared.SkillLevel;
import cn.jiping.shared.Source;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** 考试时长: minutes of a subject, or what decides them. */
@LawPage(
        path = "exam/duration",
        governedBy = GoverningDate.EXAM,
        in = {"33", "22"})
public record DurationTerms(List<Row> rows) implements Terms {
    public DurationTerms {
        rows = List.copyOf(rows);
    }

    /** One duration; either minutes or who decides them. */
    public record Row(
            Set<ExamMode> modes,
            Set<SkillLevel> levels,
            Set<Subject> subjects,
            @Nullable Integer minutes,
            @Nullable Decider by,
            Source source) {
        public Row {
            modes = Set.copyOf(modes);
            levels = Set.copyOf(levels);
            subjects = Set.copyOf(subjects);
            if ((minutes == null) == (by == null)) {
                throw new IllegalArgumentException("Either minutes or who decides them");
            }
        }

        boolean isFor(ExamMode mode, SkillLevel level, Subject subject) {
            return modes.contains(mode) && levels.contains(level) && subjects.contains(subject);
        }
    }

    /** 由什么定. */
    public enum Decider {
        /** 卷面. */
        PAPER,
        /** 工种. */
        TRADE
    }
}
