package cn.jiping.plan;

import cn.jiping.policy.Counting;
import cn.jiping.policy.InForce;
import cn.jiping.shared.ExamMode;
import cn.jiping.shared.Finding;
import cn.jiping.shared.Reason;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;

/** 延长报名: to which days the end of a registration may be moved; none where it may not. */
record ExtensionRule(InForce<ExtensionTerms> law, Counting counting) {

    boolean allows(ExamMode mode) {
        return law.terms().modes().contains(mode);
    }

    Reason refusal(ExamMode mode) {
        return Reason.of(PlanReason.NO_EXTENSION, law.source(), mode);
    }

    Finding<List<LocalDate>> choices(LocalDate closesOn) {
        var terms = law.terms();
        var days =
                IntStream.rangeClosed(terms.atLeast(), terms.atMost())
                        .mapToObj(more -> counting.offset(closesOn, more))
                        .toList();
        return Finding.of(
                days,
                Reason.of(
                        PlanReason.MAY_EXTEND,
                        law.source(),
                        closesOn,
                        terms.atLeast(),
                        terms.atMost(),
                        days.getLast()),
                counting.reason());
    }
}
