package cn.jiping.plan;

import cn.jiping.policy.GoverningDate;
import cn.jiping.policy.LawPage;
import cn.jiping.policy.Terms;
import cn.jiping.shared.SkillLevel;
import java.util.List;

/** 职业技能等级认定: who organises and who issues, and for which levels. */
@LawPage(
        path = "plan/skill-level",
        governedBy = GoverningDate.ASKED,
        in = {"00", "33"})
public record SkillLevelTerms(List<SkillLevel> levels, Authority organisedBy, Authority issuedBy)
        implements Terms {
    public SkillLevelTerms {
        levels = List.copyOf(levels);
    }
}
