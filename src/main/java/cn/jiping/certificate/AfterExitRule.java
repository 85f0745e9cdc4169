package cn.jiping.certificate;

import cn.jiping.catalog.Standing;
import cn.jiping.policy.InForce;
import cn.jiping.shared.Finding;
import cn.jiping.shared.Reason;
import cn.jiping.shared.Ruling;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** 退出后能否发证: by where the occupation stands on the day asked, and when the exam was held. */
record AfterExitRule(InForce<AfterExitTerms> law) {

    Ruling judge(Finding<Standing> standing, LocalDate examOn, LocalDate on) {
        if (on.isBefore(examOn)) {
            return Ruling.notMet(
                    Reason.of(CertificateReason.EXAM_NOT_HELD, law.terms().heldBefore(), examOn));
        }
        return switch (standing.value().status()) {
            case LEVEL_EVALUATION, ACCESS ->
                    new Ruling.Met(with(CertificateReason.IN_CATALOGUE, standing));
            case EXITED -> exited(standing.value(), examOn);
            case CANCELLED, NEVER ->
                    new Ruling.NotMet(with(CertificateReason.NOT_IN_CATALOGUE, standing));
        };
    }

    private Ruling exited(Standing standing, LocalDate examOn) {
        var exitedOn = standing.exitedOn();
        return exitedOn != null && examOn.isBefore(exitedOn)
                ? Ruling.met(
                        Reason.of(
                                CertificateReason.EXAM_BEFORE_EXIT,
                                law.terms().heldBefore(),
                                examOn))
                : new Ruling.Undecided(
                        Set.of("plan"),
                        List.of(
                                Reason.of(
                                        CertificateReason.DEPENDS_ON_PLAN,
                                        law.terms().heldAfter(),
                                        examOn)));
    }

    private List<Reason> with(CertificateReason code, Finding<Standing> standing) {
        return Stream.concat(
                        Stream.of(Reason.of(code, law.terms().heldBefore())),
                        standing.reasons().stream())
                .toList();
    }
}
