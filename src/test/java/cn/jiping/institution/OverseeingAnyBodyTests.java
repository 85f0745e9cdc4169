package cn.jiping.institution;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jiping.policy.WholeSpace;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OverseeingAnyBodyTests {
    private final TrainingSeparationTopic separation = new TrainingSeparationTopic();
    private final CrossRegionTopic crossRegion = new CrossRegionTopic();

    @Test
    void neverHurtsBecauseAnExceptionIsGranted() {
        for (var facts : WholeSpace.allowed(separation)) {
            WholeSpace.holds(separation, excepted(facts));
        }
    }

    @Test
    void neverAllowsForcedTrainingOrTrainersWhoAssess() {
        for (var facts : WholeSpace.of(TrainingSeparationTopic.Facts.class)) {
            if (facts.trainingForced() || facts.trainerAssesses()) {
                assertThat(WholeSpace.allows(separation, facts)).as("%s", facts).isFalse();
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void neverHurtsBecauseOneMoreStepIsDone(CrossRegionStep step) {
        for (var facts : WholeSpace.allowed(crossRegion)) {
            WholeSpace.holds(crossRegion, done(facts, step));
        }
    }

    @Test
    void everyActAnsweredForHasItsCentre() {
        for (var facts : WholeSpace.of(SupervisingCentreTopic.Facts.class)) {
            WholeSpace.ask(new SupervisingCentreTopic(), facts)
                    .ifPresent(answer ->
                            assertThat(answer.outcome().keySet())
                                    .as("%s", facts)
                                    .containsAnyOf("centre", "centres")
                                    .hasSize(1));
        }
    }

    private static TrainingSeparationTopic.Facts excepted(TrainingSeparationTopic.Facts facts) {
        return new TrainingSeparationTopic.Facts(
                facts.jurisdiction(),
                facts.on(),
                facts.bodyType(),
                facts.trainedHere(),
                true,
                facts.trainerAssesses(),
                facts.trainingForced());
    }

    private static CrossRegionTopic.Facts done(CrossRegionTopic.Facts facts, CrossRegionStep step) {
        return new CrossRegionTopic.Facts(
                facts.jurisdiction(),
                facts.on(),
                facts.bodyLevel(),
                facts.siteAssessed() || step == CrossRegionStep.SITE_ASSESSED,
                facts.siteCentreConsent() || step == CrossRegionStep.SITE_CENTRE_CONSENT,
                facts.supervisorSent() || step == CrossRegionStep.SUPERVISOR_SENT,
                facts.cityConsent() || step == CrossRegionStep.CITY_CONSENT);
    }
}
