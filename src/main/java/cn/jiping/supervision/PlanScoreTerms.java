package cn.jiping.supervision;

import cn.jiping.policy.GoverningDate;
import cn.jiping.policy.LawPage;
import cn.jiping.policy.Terms;
import cn.jiping.shared.BodyType;
import cn.jiping.shared.Source;
import java.time.Period;
import java.util.Set;

/**
 * 认定计划监测评分: whose plans are scored out of which full mark, and what a low score leads to. The entry
 * begins when the supervision platform is put in force.
 */
@LawPage(
        path = "supervision/plan-score",
        governedBy = GoverningDate.ASKED,
        in = {"33"})
public record PlanScoreTerms(Set<BodyType> scored, int fullMark, Line line) implements Terms {

    /** 整改线: whoever stays below it rectifies within the period. */
    public record Line(int lowest, Period rectifyWithin, Source source) {}
}
