package cn.jiping.plan;

import cn.jiping.policy.GoverningDate;
import cn.jiping.policy.LawPage;
import cn.jiping.policy.Terms;
import cn.jiping.shared.Source;
import java.time.Period;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** 退出衔接: what becomes of running plans, and which plans may still be announced afterwards. */
@LawPage(
        path = "plan/after-exit",
        governedBy = GoverningDate.EXAM,
        in = {"00", "33"})
public record AfterExitTerms(Running running, Source newPlans, Resits resits) implements Terms {

    /** 已公告或已受理: what the applicant may choose. */
    record Running(List<Choice> choices, Source source) {
        Running {
            choices = List.copyOf(choices);
        }
    }

    /** 补考计划: until how long after the exit; null: no limit. */
    record Resits(@Nullable Period within, Source source) {}

    /** 考生的选择. */
    enum Choice {
        /** 继续鉴定. */
        CONTINUE,
        /** 退费. */
        REFUND
    }
}
