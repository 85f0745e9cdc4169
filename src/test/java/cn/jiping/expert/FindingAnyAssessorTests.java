package cn.jiping.expert;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jiping.policy.WholeSpace;
import org.junit.jupiter.api.Test;

class FindingAnyAssessorTests {
    private final AssessorSourceTopic topic = new AssessorSourceTopic();

    @Test
    void alwaysNamesASource() {
        WholeSpace.answersWithSources(topic);
    }

    @Test
    void neverHurtsBecauseOfNeed() {
        for (var facts : WholeSpace.of(AssessorSourceTopic.Facts.class)) {
            if (WholeSpace.allows(topic, facts)) {
                assertThat(WholeSpace.allows(topic, from(facts, facts.source(), true)))
                        .as("%s", facts)
                        .isTrue();
            }
        }
    }

    @Test
    void allowsADrawFromThePoolWhereverItAllowsAnything() {
        for (var facts : WholeSpace.of(AssessorSourceTopic.Facts.class)) {
            if (WholeSpace.allows(topic, facts)) {
                var drawn = from(facts, AssessorOrigin.POOL_DRAW, facts.newOccupation());

                assertThat(WholeSpace.allows(topic, drawn)).as("%s", facts).isTrue();
            }
        }
    }

    private static AssessorSourceTopic.Facts from(
            AssessorSourceTopic.Facts facts, AssessorOrigin origin, boolean newOccupation) {
        return new AssessorSourceTopic.Facts(
                facts.jurisdiction(), facts.on(), origin, newOccupation, facts.poolShort());
    }
}
