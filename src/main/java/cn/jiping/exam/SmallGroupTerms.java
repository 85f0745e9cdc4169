package cn.jiping.exam;

import cn.jiping.policy.GoverningDate;
import cn.jiping.policy.LawPage;
import cn.jiping.policy.Terms;
import java.time.Period;

/**
 * 不足人数的处理期限: how long a city has to propose what becomes of a group that is too small, the province
 * to decide, and a candidate to leave because of it.
 */
@LawPage(
        path = "exam/small-group",
        governedBy = GoverningDate.EVENT,
        in = {"33"})
public record SmallGroupTerms(Period proposeWithin, Period decideWithin, Period withdrawWithin)
        implements Terms {}
