package cn.jiping.plan;

import cn.jiping.policy.GoverningDate;
import cn.jiping.policy.LawPage;
import cn.jiping.policy.Terms;
import cn.jiping.shared.ExamMode;
import java.util.Set;

/** 报名延长: for which examinations, and by how many working days. */
@LawPage(
        path = "plan/extension",
        governedBy = GoverningDate.EXAM,
        in = {"22"})
public record ExtensionTerms(Set<ExamMode> modes, int atLeast, int atMost) implements Terms {
    public ExtensionTerms {
        modes = Set.copyOf(modes);
        if (atLeast < 1 || atMost < atLeast) {
            throw new IllegalArgumentException("An extension is of at least a day");
        }
    }
}
