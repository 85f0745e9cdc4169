package cn.jiping.plan;

import cn.jiping.catalog.Standing;
import cn.jiping.policy.InForce;
import cn.jiping.shared.Finding;
import cn.jiping.shared.Reason;
import cn.jiping.shared.Ruling;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** 退出前后的鉴定计划: judged by where the occupation stands on the day of the exam. */
record ExitPlanRule(InForce<AfterExitTerms> law) {

    Ruling judge(Finding<Standing> standing, Plan plan) {
        return switch (standing.value().status()) {
            case LEVEL_EVALUATION, ACCESS ->
                    new Ruling.Met(
                            with(
                                    Reason.of(
                                            PlanningReason.NOT_LEFT,
                                            law.terms().running().source()),
                                    standing));
            case EXITED -> exited(standing, plan);
            case CANCELLED, NEVER ->
                    new Ruling.NotMet(
                            with(
                                    Reason.of(PlanningReason.RESITS_ONLY, law.terms().newPlans()),
                                    standing));
        };
    }

    private Ruling exited(Finding<Standing> standing, Plan plan) {
        var terms = law.terms();
        if (running(standing.value(), plan)) {
            return Ruling.met(Reason.of(PlanningReason.RUNS_ON, terms.running().source()));
        }
        if (!plan.resitOnly()) {
            return new Ruling.NotMet(
                    with(Reason.of(PlanningReason.RESITS_ONLY, terms.newPlans()), standing));
        }
        var latest = latestExam(standing.value(), plan);
        if (latest == null) {
            return Ruling.met(
                    Reason.of(PlanningReason.RESIT_WITHOUT_LIMIT, terms.resits().source()));
        }
        return plan.examOn().isAfter(latest)
                ? Ruling.notMet(
                        Reason.of(PlanningReason.RESIT_TOO_LATE, terms.resits().source(), latest))
                : Ruling.met(
                        Reason.of(PlanningReason.RESIT_IN_TIME, terms.resits().source(), latest));
    }

    private static boolean running(Standing standing, Plan plan) {
        var exitedOn = standing.exitedOn();
        return exitedOn == null || plan.announcedOn().isBefore(exitedOn);
    }

    /** 最迟考试日: of a resit plan announced after the exit; null where nothing limits it. */
    @Nullable LocalDate latestExam(Standing standing, Plan plan) {
        var exitedOn = standing.exitedOn();
        var within = law.terms().resits().within();
        return exitedOn == null || within == null || !plan.resitOnly() || running(standing, plan)
                ? null
                : exitedOn.plus(within);
    }

    private static List<Reason> with(Reason first, Finding<Standing> standing) {
        return Stream.concat(Stream.of(first), standing.reasons().stream()).toList();
    }

    /** 鉴定计划: when announced, when examined, and whether for resits only. */
    record Plan(LocalDate announcedOn, LocalDate examOn, boolean resitOnly) {}
}
