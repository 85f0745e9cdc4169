package cn.jiping.registration;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jiping.policy.WholeSpace;
import cn.jiping.shared.BodyType;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HandingInAnythingTests {
    private final MaterialsTopic materials = new MaterialsTopic();
    private final AdmissionOfEmployeeTopic admission = new AdmissionOfEmployeeTopic();
    private final FastTrackTopic fastTrack = new FastTrackTopic();
    private final SampleReviewTopic sample = new SampleReviewTopic();

    @Test
    void oneConditionNeverAsksForMoreThanAllOfItsLevel() {
        for (var facts : WholeSpace.of(MaterialsTopic.Facts.class)) {
            var all = WholeSpace.with(facts, "condition", null);

            materials(facts)
                    .ifPresent(some ->
                            assertThat(materials(all).orElseThrow())
                                    .as("%s", facts)
                                    .containsAll(some));
        }
    }

    @Test
    void everybodyProvesWhoTheyAre() {
        for (var facts : WholeSpace.of(MaterialsTopic.Facts.class)) {
            materials(facts)
                    .ifPresent(some ->
                            assertThat(some)
                                    .contains(
                                            Material.ID_CARD,
                                            Material.PHOTO,
                                            Material.APPLICATION_FORM));
        }
    }

    private Optional<List<Material>> materials(MaterialsTopic.Facts facts) {
        return WholeSpace.ask(materials, facts)
                .map(answer ->
                        ((List<?>) answer.outcome().getOrDefault("materials", List.of()))
                                .stream().map(Material.class::cast).toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"contract", "dispatchAgreement"})
    void onePaperMoreNeverHurts(String paper) {
        for (var facts : WholeSpace.allowed(admission)) {
            WholeSpace.holds(admission, WholeSpace.with(facts, paper, true));
        }
    }

    @Test
    void noBodyButAnEmployerOpensTheFastTrack() {
        for (var facts : WholeSpace.allowed(fastTrack)) {
            assertThat(facts.bodyType()).isEqualTo(BodyType.EMPLOYER);
            WholeSpace.holds(fastTrack, WholeSpace.with(facts, "on", facts.on().plusYears(1)));
        }
    }

    @Test
    void aLargerSampleWithTheSameFaultsNeverEndsAPlan() {
        for (var facts : WholeSpace.of(SampleReviewTopic.Facts.class)) {
            var larger = WholeSpace.with(facts, "sampled", facts.sampled() + 1);
            if (terminates(facts).filter(Boolean.FALSE::equals).isPresent()) {
                assertThat(terminates(larger)).as("%s", facts).contains(false);
            }
        }
    }

    private Optional<Boolean> terminates(SampleReviewTopic.Facts facts) {
        return WholeSpace.ask(sample, facts)
                .map(answer -> Boolean.TRUE.equals(answer.outcome().get("mayTerminate")));
    }
}
