package cn.jiping.score;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jiping.policy.Answer;
import cn.jiping.policy.WholeSpace;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ResittingAnyTimesTests {
    private final ResitTopic topic = new ResitTopic();

    @Test
    void oneResitLessNeverHurts() {
        for (var facts : WholeSpace.allowed(topic)) {
            if (facts.resitsUsed() > 0) {
                WholeSpace.holds(
                        topic, WholeSpace.with(facts, "resitsUsed", facts.resitsUsed() - 1));
            }
        }
    }

    @Test
    void aLaterDayNeverReopensAClosedPeriod() {
        for (var facts : WholeSpace.allowed(topic)) {
            var days = facts.publishedOn().datesUntil(facts.on().plusDays(1)).toList();
            for (var day : List.of(days.getFirst(), days.get(days.size() / 2))) {
                var earlier = WholeSpace.with(facts, "on", day);

                assertThat(WholeSpace.ask(topic, earlier).map(Answer::allowed))
                        .as("%s", earlier)
                        .isNotEqualTo(Optional.of(false));
            }
        }
    }

    @Test
    void everyPeriodEndsAYearAfterItsPublication() {
        for (var facts : WholeSpace.of(ResitTopic.Facts.class)) {
            WholeSpace.ask(topic, facts)
                    .ifPresent(answer ->
                            assertThat(answer.outcome())
                                    .containsEntry("until", facts.publishedOn().plusYears(1)));
        }
    }
}
