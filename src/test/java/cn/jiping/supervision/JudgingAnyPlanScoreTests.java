package cn.jiping.supervision;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jiping.policy.WholeSpace;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class JudgingAnyPlanScoreTests {
    private final PlanScoreTopic topic = new PlanScoreTopic();

    @Test
    void neverHurtsBecauseOfAHigherScore() {
        for (var facts : WholeSpace.allowed(topic)) {
            var best =
                    new PlanScoreTopic.Facts(
                            facts.jurisdiction(),
                            facts.on(),
                            facts.bodyType(),
                            BigDecimal.valueOf(100));

            WholeSpace.holds(topic, best);
        }
    }

    @Test
    void givesTimeToRectifyExactlyWhereTheScoreIsTooLow() {
        for (var facts : WholeSpace.of(PlanScoreTopic.Facts.class)) {
            WholeSpace.ask(topic, facts)
                    .ifPresent(answer ->
                            assertThat(answer.outcome().containsKey("rectifyWithin"))
                                    .isNotEqualTo(answer.allowed()));
        }
    }
}
