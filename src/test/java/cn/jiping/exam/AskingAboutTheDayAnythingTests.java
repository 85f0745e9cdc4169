package cn.jiping.exam;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jiping.exam.ConductTerms.Voids;
import cn.jiping.policy.WholeSpace;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AskingAboutTheDayAnythingTests {

    @Test
    void whoeverIsThereAtTheStartIsLetIn() {
        var topic = new CheckInTopic();
        var answers =
                WholeSpace.of(CheckInTopic.Facts.class).stream()
                        .flatMap(facts -> WholeSpace.ask(topic, facts).stream())
                        .map(answer -> answer.plainOutcome())
                        .toList();

        assertThat(answers)
                .isNotEmpty()
                .allSatisfy(times -> {
                    assertThat(time(times, "from")).isBefore(time(times, "starts"));
                    assertThat(time(times, "until")).isAfter(time(times, "starts"));
                });
    }

    private static LocalTime time(Map<String, ?> times, String name) {
        return LocalTime.parse(String.valueOf(times.get(name)));
    }

    @Test
    void noScoreIsVoidWithoutAHandling() {
        var topic = new ConductTopic();
        var asked = WholeSpace.of(ConductTopic.Facts.class);
        var voided =
                asked.stream()
                        .filter(facts ->
                                WholeSpace.ask(topic, facts).stream()
                                        .map(answer -> answer.plainOutcome().get("voids"))
                                        .anyMatch(voids ->
                                                voids != null
                                                        && !voids.equals(Voids.NOTHING.name())))
                        .toList();

        assertThat(voided)
                .isNotEmpty()
                .allSatisfy(facts -> assertThat(facts.handling()).isNotNull());
        assertThat(voided.stream().map(ConductTopic.Facts::handling).distinct())
                .containsExactlyInAnyOrderElementsOf(List.of("本科目成绩无效", "各科目成绩无效"));
    }
}
