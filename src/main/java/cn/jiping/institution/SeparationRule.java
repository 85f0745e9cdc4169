package cn.jiping.institution;

import cn.jiping.policy.InForce;
import cn.jiping.shared.BodyType;
import cn.jiping.shared.Reason;
import cn.jiping.shared.Ruling;
import java.util.ArrayList;

/** 考培分离: whether a body may evaluate these people with these assessors; every fault is named. */
record SeparationRule(InForce<SeparationTerms> law) {

    Ruling judge(BodyType type, Training training) {
        var row = law.terms().of(type);
        var faults = new ArrayList<Reason>();
        var onlyByException = row.ownTrainees() == SeparationTerms.OwnTrainees.BY_EXCEPTION;
        if (training.here() && onlyByException && !training.exceptionGranted()) {
            faults.add(Reason.of(OversightReason.TRAINED_HERE, row.source(), type));
        }
        var assessing = training.here() ? row.trainerAssessesOwn() : row.trainerAssessesOthers();
        if (training.trainerAssesses() && !assessing.allowed()) {
            faults.add(Reason.of(OversightReason.TRAINER_ASSESSES, assessing.source()));
        }
        if (training.forced() && !row.trainingForced().allowed()) {
            faults.add(Reason.of(OversightReason.TRAINING_FORCED, row.trainingForced().source()));
        }
        return faults.isEmpty() ? Ruling.met(whyAllowed(row, training)) : new Ruling.NotMet(faults);
    }

    private static Reason whyAllowed(SeparationTerms.Row row, Training training) {
        if (!training.here()) {
            return Reason.of(OversightReason.NOT_TRAINED_HERE, row.source());
        }
        return switch (row.ownTrainees()) {
            case SEPARATED_INSIDE -> Reason.of(OversightReason.SEPARATED_INSIDE, row.source());
            case BY_EXCEPTION -> Reason.of(OversightReason.EXCEPTION_GRANTED, row.source());
        };
    }

    /** 培训情况: who was trained where, and who would assess. */
    record Training(
            boolean here, boolean exceptionGranted, boolean trainerAssesses, boolean forced) {}
}
