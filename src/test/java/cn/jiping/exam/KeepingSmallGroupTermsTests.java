package cn.jiping.exam;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jiping.policy.Jurisdiction;
import cn.jiping.policy.WholeSpace;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class KeepingSmallGroupTermsTests {
    private final SmallGroupTopic topic = new SmallGroupTopic();

    @Test
    void leavesEverybodyTimeAndNeverMoreForComingEarlier() {
        var before = LocalDate.MIN;
        for (var day = LocalDate.of(2021, 1, 1); day.getYear() < 2025; day = day.plusDays(1)) {
            var until = withdrawBy(day);

            assertThat(until).isAfter(day).isAfter(before);
            before = until;
        }
    }

    private LocalDate withdrawBy(LocalDate on) {
        var facts = new SmallGroupTopic.Facts(new Jurisdiction("33"), on);
        var outcome = WholeSpace.ask(topic, facts).orElseThrow().plainOutcome();
        return LocalDate.parse(String.valueOf(outcome.get("withdrawBy")));
    }
}
