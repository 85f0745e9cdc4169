package cn.jiping.exam;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jiping.policy.Jurisdiction;
import cn.jiping.policy.WholeSpace;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class KeepingAnyVideoTests {
    private final VideoRetentionTopic topic = new VideoRetentionTopic();

    @Test
    void neverEndsEarlierForALaterRecording() {
        var before = LocalDate.MIN;
        for (var day = LocalDate.of(2021, 1, 1); day.getYear() < 2025; day = day.plusDays(1)) {
            var until = keepUntil(day);

            assertThat(until).isAfter(day).isAfterOrEqualTo(before);
            before = until;
        }
    }

    private LocalDate keepUntil(LocalDate recordedOn) {
        var facts = new VideoRetentionTopic.Facts(new Jurisdiction("33"), recordedOn);
        var outcome = WholeSpace.ask(topic, facts).orElseThrow().plainOutcome();
        return LocalDate.parse(String.valueOf(outcome.get("keepUntil")));
    }
}
