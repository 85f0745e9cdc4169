package cn.jiping.exam;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import cn.jiping.policy.ProgramBook;
import cn.jiping.policy.WholeSpace;
import cn.jiping.shared.ExamMode;
import cn.jiping.shared.InvalidInput;
import cn.jiping.shared.SkillLevel;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When subjects begin and how long they last, over the whole space of questions. */
class TimingExamsTests {
    private static final int QUESTIONS = 2000;

    private final SplittableRandom chance = new SplittableRandom(60);
    private final ExamDurationTopic duration = new ExamDurationTopic();
    private final ExamTimesTopic times = new ExamTimesTopic();

    @Test
    void practicalWorkInJilinLastsAsItsTradeNeeds() {
        var facts =
                Map.of(
                        "jurisdiction", "22",
                        "on", "2017-06-10",
                        "level", "4",
                        "subject", "skills",
                        "mode", "DAILY");

        assertThat(ProgramBook.ask(duration, facts).plainOutcome())
                .isEqualTo(Map.of("by", "TRADE"));
    }

    @ParameterizedTest
    @CsvSource({
        "33, UNIFIED, 2021-01-01, 'theory 1, skills 1, review 1'",
        "33, UNIFIED, 2020-12-31, ''",
        "33, DAILY, 2021-10-23, ''",
        "22, DAILY, 2017-01-01, 'theory 54321, skills 54321'",
        "22, DAILY, 2017-12-31, 'theory 54321, skills 54321'",
        "22, DAILY, 2018-01-01, ''",
        "22, UNIFIED, 2017-05-20, ''"
    })
    void answersForTheseSubjectsAndLevels(String place, String mode, String on, String answered) {
        var found =
                Stream.of(Subject.values())
                        .map(subject -> subject.code() + " " + levels(place, mode, on, subject))
                        .filter(line -> !line.endsWith(" "))
                        .collect(Collectors.joining(", "));

        assertThat(found).isEqualTo(answered);
    }

    private String levels(String place, String mode, String on, Subject subject) {
        return Stream.of(SkillLevel.values())
                .map(SkillLevel::code)
                .filter(level ->
                        ProgramBook.tryToAsk(
                                        duration,
                                        Map.of(
                                                "jurisdiction", place,
                                                "on", on,
                                                "level", level,
                                                "subject", subject.code(),
                                                "mode", mode))
                                .isPresent())
                .collect(Collectors.joining());
    }

    @Test
    void anOrdinaryDayHasNoTimesOfAllPlaces() {
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> ProgramBook.ask(times, Map.of("session", "daily")));
    }

    @Test
    void noQuestionBreaksAndEachIsAnsweredInOneWay() {
        for (var i = 0; i < QUESTIONS; i++) {
            var facts =
                    Map.of(
                            "jurisdiction", oneOf("00", "22", "33", "44"),
                            "on",
                                    LocalDate.of(2016, 6, 1)
                                            .plusDays(chance.nextInt(3000))
                                            .toString(),
                            "level", oneOf(SkillLevel.values()).code(),
                            "subject", oneOf(Subject.values()).code(),
                            "mode", oneOf(ExamMode.values()).name());

            var answer = ProgramBook.tryToAsk(duration, facts);

            assertThat(answer.stream()).allSatisfy(found -> assertThat(found.outcome()).hasSize(1));
        }
    }

    @Test
    void aHigherLevelNeverHasLessTime() {
        for (var facts : WholeSpace.of(ExamDurationTopic.Facts.class)) {
            var minutes = minutes(facts);
            for (var level : EnumSet.range(facts.level(), SkillLevel.CHIEF_TECHNICIAN)) {
                var higher = minutes(WholeSpace.with(facts, "level", level));

                if (minutes.isPresent() && higher.isPresent()) {
                    assertThat(higher.get()).as("%s", facts).isGreaterThanOrEqualTo(minutes.get());
                }
            }
        }
    }

    private Optional<Integer> minutes(ExamDurationTopic.Facts facts) {
        return WholeSpace.ask(duration, facts)
                .flatMap(answer -> Optional.ofNullable(answer.outcome().get("minutes")))
                .map(Integer.class::cast);
    }

    @Test
    void noSessionBreaksTheQuestion() {
        for (var i = 0; i < QUESTIONS; i++) {
            var month = YearMonth.of(2016, 1).plusMonths(chance.nextInt(120)).toString();
            var place = oneOf("00", "22", "33", "44");
            var facts = Map.of("jurisdiction", place, "session", month);

            var answer = ProgramBook.tryToAsk(times, facts);

            assertThat(answer.isPresent()).isEqualTo(place.equals("33") && month.equals("2021-10"));
        }
    }

    @SafeVarargs
    private final <T> T oneOf(T... values) {
        return values[chance.nextInt(values.length)];
    }
}
