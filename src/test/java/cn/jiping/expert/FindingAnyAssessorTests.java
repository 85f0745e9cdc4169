package cn.jiping.expert;

import cn.jiping.policy.WholeSpace;
import org.junit.jupiter.api.Test;

class FindingAnyAssessorTests {
    private final AssessorSourceTopic topic = new AssessorSourceTopic();

    @Test
    void neverHurtsBecauseOfNeed() {
        for (var facts : WholeSpace.allowed(topic)) {
            WholeSpace.holds(topic, from(facts, facts.source(), true));
        }
    }

    @Test
    void allowsADrawFromThePoolWhereverItAllowsAnything() {
        for (var facts : WholeSpace.allowed(topic)) {
            var drawn = from(facts, AssessorOrigin.POOL_DRAW, facts.newOccupation());

            WholeSpace.holds(topic, drawn);
        }
    }

    private static AssessorSourceTopic.Facts from(
            AssessorSourceTopic.Facts facts, AssessorOrigin origin, boolean newOccupation) {
        return new AssessorSourceTopic.Facts(
                facts.jurisdiction(), facts.on(), origin, newOccupation, facts.poolShort());
    }
}
