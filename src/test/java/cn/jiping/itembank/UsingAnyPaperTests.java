package cn.jiping.itembank;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jiping.policy.WholeSpace;
import org.junit.jupiter.api.Test;

class UsingAnyPaperTests {
    private final PaperReuseTopic topic = new PaperReuseTopic();

    @Test
    void neverHurtsBecauseOfLessUseAndMoreReview() {
        for (var facts : WholeSpace.allowed(topic)) {
            var fresh =
                    new PaperReuseTopic.Facts(
                            facts.jurisdiction(), facts.on(), facts.origin(), 0, true, true);

            WholeSpace.holds(topic, fresh);
        }
    }

    @Test
    void neverAllowsASecondUseOfASelfWrittenPaper() {
        for (var facts : WholeSpace.of(PaperReuseTopic.Facts.class)) {
            if (facts.origin() == PaperOrigin.SELF_WRITTEN && facts.timesUsed() > 0) {
                assertThat(WholeSpace.allows(topic, facts)).as("%s", facts).isFalse();
            }
        }
    }
}
