package cn.jiping.exam;

import cn.jiping.policy.GoverningDate;
import cn.jiping.policy.LawPage;
import cn.jiping.policy.Terms;

/**
 * 签到时间: how many minutes before the start the doors open, and after how many nobody is let in any
 * more.
 */
@LawPage(
        path = "exam/check-in",
        governedBy = GoverningDate.EXAM,
        in = {"33"})
public record CheckInTerms(int opensBefore, int lateAfter) implements Terms {}
