package cn.jiping.exam;

import cn.jiping.policy.GoverningDate;
import cn.jiping.policy.LawPage;
import cn.jiping.policy.Terms;
import java.time.Period;

/** 影像资料保存: for how long at least the recording of an exam room is kept. */
@LawPage(
        path = "exam/video-retention",
        governedBy = GoverningDate.RECORDED,
        in = {"33"})
public record VideoTerms(Period keptFor) implements Terms {}
