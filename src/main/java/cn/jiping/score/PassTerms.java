package cn.jiping.score;

import cn.jiping.policy.GoverningDate;
import cn.jiping.policy.Key;
import cn.jiping.policy.LawPage;
import cn.jiping.policy.Terms;
import cn.jiping.shared.SkillLevel;
import cn.jiping.shared.Source;
import java.util.List;
import java.util.Set;

/** 合格标准: the full mark, the mark that passes, and the subjects each level must pass. */
@LawPage(
        path = "score/pass",
        governedBy = GoverningDate.EXAM,
        in = {"00"})
public record PassTerms(int fullMark, int passMark, List<Row> levels) implements Terms {
    public PassTerms {
        levels = List.copyOf(levels);
    }

    /** 考核科目: those of some levels; none where the level is not reached by an exam. */
    public record Row(@Key Set<SkillLevel> level, List<ScoredSubject> subjects, Source source) {
        public Row {
            subjects = List.copyOf(subjects);
        }
    }

    Row of(SkillLevel level) {
        return levels.stream().filter(row -> row.level().contains(level)).findFirst().orElseThrow();
    }
}
