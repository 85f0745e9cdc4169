package cn.jiping.exam;

import cn.jiping.policy.GoverningDate;
import cn.jiping.policy.LawPage;
import cn.jiping.policy.Terms;

/** 标准考场: how many candidates at most sit in one room of a unified examination. */
@LawPage(
        path = "exam/room",
        governedBy = GoverningDate.EXAM,
        in = {"33"})
public record RoomTerms(int seats) implements Terms {}
