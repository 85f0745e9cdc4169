package cn.jiping.score;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jiping.policy.WholeSpace;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class JudgingAnyScoresTests {
    private static final BigDecimal HALF_A_POINT = new BigDecimal("0.5");

    private final PassTopic topic = new PassTopic();

    @Test
    void neverHurtsBecauseOfHalfAPointMore() {
        for (var facts : WholeSpace.of(PassTopic.Facts.class)) {
            var scores = facts.scores();
            var better =
                    new PassTopic.Scores(
                            raised(scores.theory()),
                            raised(scores.skills()),
                            raised(scores.review()));

            if (WholeSpace.allows(topic, facts)) {
                assertThat(WholeSpace.allows(topic, with(facts, better))).isTrue();
            }
        }
    }

    @Test
    void passesExactlyWhoHasNoSubjectOpen() {
        for (var facts : WholeSpace.of(PassTopic.Facts.class)) {
            WholeSpace.ask(topic, facts)
                    .ifPresent(answer ->
                            assertThat(answer.outcome().get("open"))
                                    .as("%s", facts)
                                    .matches(open ->
                                            ((List<?>) open).isEmpty()
                                                    == Boolean.TRUE.equals(answer.allowed())));
        }
    }

    private static PassTopic.Facts with(PassTopic.Facts facts, PassTopic.Scores scores) {
        return new PassTopic.Facts(facts.jurisdiction(), facts.level(), scores);
    }

    private static @Nullable BigDecimal raised(@Nullable BigDecimal score) {
        return score == null || score.compareTo(new BigDecimal("99.5")) > 0
                ? score
                : score.add(HALF_A_POINT);
    }
}
