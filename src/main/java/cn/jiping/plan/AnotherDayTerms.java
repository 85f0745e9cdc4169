package cn.jiping.plan;

import cn.jiping.policy.GoverningDate;
import cn.jiping.policy.LawPage;
import cn.jiping.policy.Terms;
import java.time.Period;

/**
 * 改期: to which day the examination of a group may be moved that is too small for the day of its
 * session, and from when on tickets for that day can be had.
 *
 * @param notice at least so long before the new day it is decided
 * @param atMostAfter at most so long after the day of the session
 * @param ticketsFrom so long before the new day
 */
@LawPage(
        path = "plan/another-day",
        governedBy = GoverningDate.EVENT,
        in = {"33"})
public record AnotherDayTerms(Period notice, Period atMostAfter, Period ticketsFrom)
        implements Terms {}
