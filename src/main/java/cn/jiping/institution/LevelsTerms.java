package cn.jiping.institution;

import cn.jiping.policy.GoverningDate;
import cn.jiping.policy.Key;
import cn.jiping.policy.LawPage;
import cn.jiping.policy.Terms;
import cn.jiping.shared.BodyType;
import cn.jiping.shared.SkillLevel;
import cn.jiping.shared.Source;
import java.util.List;
import java.util.Set;

/** 职业技能等级: the levels that each kind of evaluation body may evaluate, lowest first. */
@LawPage(
        path = "institution/levels",
        governedBy = GoverningDate.ASKED,
        in = {"33"})
public record LevelsTerms(List<Row> rows) implements Terms {
    public LevelsTerms {
        rows = List.copyOf(rows);
    }

    /** What bodies of these kinds may evaluate. */
    public record Row(@Key Set<BodyType> bodyType, List<SkillLevel> levels, Source source) {}

    public Row of(BodyType type) {
        return rows.stream().filter(row -> row.bodyType().contains(type)).findFirst().orElseThrow();
    }

    /** The levels that every kind of body may evaluate. */
    public boolean everywhere(SkillLevel level) {
        return rows.stream().allMatch(row -> row.levels().contains(level));
    }
}
