package cn.jiping.institution;

import cn.jiping.policy.InForce;
import cn.jiping.shared.BodyType;
import cn.jiping.shared.Finding;
import cn.jiping.shared.Reason;
import cn.jiping.shared.SkillLevel;
import java.util.List;

/** 等级范围: which levels a kind of body may evaluate. */
record LevelsRule(InForce<LevelsTerms> law) {

    Finding<List<SkillLevel>> of(BodyType type) {
        var row = law.terms().of(type);
        return Finding.of(row.levels(), Reason.of(LevelReason.LEVELS, row.source(), row.levels()));
    }
}
