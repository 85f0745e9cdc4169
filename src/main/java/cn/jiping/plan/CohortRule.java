package cn.jiping.plan;

import cn.jiping.policy.InForce;
import cn.jiping.shared.Reason;
import cn.jiping.shared.Ruling;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** 在读学生和学徒能否照原计划取得证书; the day of graduation itself still counts. */
record CohortRule(InForce<CohortTerms> law) {

    Ruling judge(CohortTerms.Row row, Cohort cohort, LocalDate on) {
        if (cohort.exitedOn() != null && !cohort.enrolledOn().isBefore(cohort.exitedOn())) {
            return Ruling.notMet(
                    Reason.of(
                            PlanningReason.COHORT_TOO_LATE,
                            law.terms().existingOnly(),
                            cohort.exitedOn()));
        }
        if (!row.untilGraduation()) {
            return Ruling.met(
                    Reason.of(PlanningReason.COHORT_FINISHES, row.source(), row.certificates()));
        }
        return on.isAfter(cohort.graduatesOn())
                ? Ruling.notMet(
                        Reason.of(
                                PlanningReason.COHORT_GRADUATED,
                                row.source(),
                                cohort.graduatesOn()))
                : Ruling.met(
                        Reason.of(PlanningReason.COHORT_UNTIL, row.source(), cohort.graduatesOn()));
    }

    /** 一届: when enrolled, when graduating, and since when the occupation is out. */
    record Cohort(LocalDate enrolledOn, LocalDate graduatesOn, @Nullable LocalDate exitedOn) {}
}
