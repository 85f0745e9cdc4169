package cn.jiping.itembank;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jiping.policy.WholeSpace;
import org.junit.jupiter.api.Test;

class UsingAnyPaperTests {
    private final PaperReuseTopic topic = new PaperReuseTopic();

    @Test
    void alwaysNamesASource() {
        WholeSpace.answersWithSources(topic);
    }

    @Test
    void neverHurtsBecauseOfLessUseAndMoreReview() {
        for (var facts : WholeSpace.of(PaperReuseTopic.Facts.class)) {
            if (WholeSpace.allows(topic, facts)) {
                var fresh =
                        new PaperReuseTopic.Facts(
                                facts.jurisdiction(), facts.on(), facts.origin(), 0, true, true);

                assertThat(WholeSpace.allows(topic, fresh)).as("%s", facts).isTrue();
            }
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
