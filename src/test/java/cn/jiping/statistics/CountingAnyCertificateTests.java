package cn.jiping.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jiping.policy.WholeSpace;
import org.junit.jupiter.api.Test;

class CountingAnyCertificateTests {
    private final StatisticsPlaceTopic topic = new StatisticsPlaceTopic();

    @Test
    void happensAtOneOfTheTwoPlaces() {
        for (var facts : WholeSpace.of(StatisticsPlaceTopic.Facts.class)) {
            WholeSpace.ask(topic, facts)
                    .ifPresent(answer ->
                            assertThat(answer.outcome().get("division"))
                                    .isIn(facts.homeDivision(), facts.siteDivision()));
        }
    }

    @Test
    void happensAtTheSiteOnTheBasisOfTheSite() {
        for (var facts : WholeSpace.of(StatisticsPlaceTopic.Facts.class)) {
            if (facts.basis() == StatisticalBasis.SITE) {
                WholeSpace.ask(topic, facts)
                        .ifPresent(answer ->
                                assertThat(answer.outcome())
                                        .containsEntry("division", facts.siteDivision()));
            }
        }
    }
}
