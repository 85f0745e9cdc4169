package cn.jiping.plan;

import cn.jiping.catalog.Catalogue;
import cn.jiping.catalog.Occupation;
import cn.jiping.catalog.UnifiedTerms;
import cn.jiping.policy.Law;
import cn.jiping.shared.EvaluationKind;
import cn.jiping.shared.Reason;
import cn.jiping.shared.Ruling;
import cn.jiping.shared.SkillLevel;
import java.util.ArrayList;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * 能否列入统一鉴定: an occupation must be open to the appraisal of vocational qualifications on the day of
 * the examination, implemented by the department, and of a level that is examined everywhere at
 * once; or be named as a unified occupation. The law is that of the day of the examination.
 */
record UnifiedOfferRule(Law law) {

    Ruling judge(Occupation occupation, SkillLevel level) {
        var page = law.require(QualificationTerms.class).terms();
        var named = law.find(UnifiedTerms.class).filter(it -> it.terms().names(occupation));
        if (page.unified() != null && named.isPresent()) {
            return Ruling.met(Reason.of(SessionReason.NAMED, named.get().source()));
        }
        var row = page.of(level, Affiliation.LOCAL, QualificationTerms.Seat.CITY);
        var open =
                Catalogue.in(law.book()).openKind(law.jurisdiction(), occupation.name(), law.on());
        var reasons = new ArrayList<>(open.reasons());
        var obstacle = obstacle(occupation, level, open.value(), page.department(), row);
        if (obstacle.isPresent()) {
            reasons.add(obstacle.get());
            return new Ruling.NotMet(reasons);
        }
        reasons.add(Reason.of(SessionReason.OFFERED, row.organising()));
        return new Ruling.Met(reasons);
    }

    private static Optional<Reason> obstacle(
            Occupation occupation,
            SkillLevel level,
            EvaluationKind open,
            @Nullable String department,
            QualificationTerms.Row row) {
        if (open != EvaluationKind.QUALIFICATION) {
            return Optional.of(Reason.of(SessionReason.OTHER_KIND, row.organising(), open));
        }
        if (department != null && !occupation.implementedBy(department)) {
            return Optional.of(
                    Reason.of(
                            SessionReason.OTHER_DEPARTMENT,
                            row.organising(),
                            String.join("、", occupation.departments()),
                            department));
        }
        return row.unified()
                ? Optional.empty()
                : Optional.of(Reason.of(SessionReason.NOT_UNIFIED, row.organising(), level));
    }
}
