package cn.jiping.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import cn.jiping.shared.ExamMode;
import cn.jiping.shared.InvalidInput;
import cn.jiping.shared.Source;
import java.time.LocalDate;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Working days and deadlines over the whole space of questions. */
class CountingDaysForAnybodyTests {
    private static final int QUESTIONS = 1000;

    private final SplittableRandom chance = new SplittableRandom(20211023);
    private final WorkingDayTopic workingDay = new WorkingDayTopic();
    private final DeadlineTopic deadline = new DeadlineTopic();

    @Test
    void aLaterOffsetNeverEndsEarlier() {
        for (var i = 0; i < QUESTIONS; i++) {
            var from = day(2003, 2025);
            var offset = chance.nextInt(-60, 60);

            assertThat(workingDay(from, offset)).isBefore(workingDay(from, offset + 1));
        }
    }

    @Test
    void whatComesOutIsAWorkingDay() {
        for (var i = 0; i < QUESTIONS; i++) {
            var offset = chance.nextBoolean() ? chance.nextInt(1, 90) : chance.nextInt(-90, 0);

            var found = workingDay(day(2004, 2025), offset);

            assertThat(WorkingDays.usual().isWorkingDay(found)).isTrue();
        }
    }

    @Test
    void noDayOfAnyYearBreaksTheQuestion() {
        for (var i = 0; i < QUESTIONS / 10; i++) {
            var facts =
                    Map.of(
                            "from", String.format("%04d-06-30", chance.nextInt(0, 10000)),
                            "offset", String.valueOf(chance.nextInt(-1000, 1001)));

            var answer = ProgramBook.tryToAsk(workingDay, facts);

            assertThat(answer.stream().flatMap(a -> a.reasons().stream())).doesNotContainNull();
        }
    }

    @Test
    void anOffsetOfNothingIsTheDayItself() {
        assertThat(workingDay(LocalDate.of(2021, 10, 23), 0)).isEqualTo("2021-10-23");
    }

    @Test
    void everyDeadlineThatIsAnsweredNamesItsClauseOrIsMarkedAsAPractice() {
        for (var i = 0; i < QUESTIONS; i++) {
            var facts = deadlineFacts(day(2000, 2030));
            var answer = ProgramBook.tryToAsk(deadline, facts);

            answer.ifPresent(found ->
                    assertThat(found.reasons().getFirst().source())
                            .isInstanceOf(
                                    Deadline.PRACTICAL_ARRANGEMENT.code().equals(facts.get("what"))
                                            ? Source.Practice.class
                                            : Source.Clause.class));
        }
    }

    @Test
    void aLaterEventIsNeverDueEarlier() {
        for (var i = 0; i < QUESTIONS; i++) {
            var facts = deadlineFacts(day(2016, 2018));
            var later = new TreeMap<>(facts);
            later.compute("event", (_, day) -> LocalDate.parse(day).plusDays(1).toString());
            var first = ProgramBook.tryToAsk(deadline, facts);
            var second = ProgramBook.tryToAsk(deadline, later);

            if (first.isPresent() && second.isPresent()) {
                assertThat(due(second.get())).isAfterOrEqualTo(due(first.get()));
            }
        }
    }

    @Test
    void theReportOfTheCitiesIsDueForItsOwnSessionOnly() {
        var facts = Map.of("what", "city-report", "mode", "UNIFIED", "event", "2021-10-24");

        assertThatExceptionOfType(NoRule.class).isThrownBy(() -> ProgramBook.ask(deadline, facts));
    }

    @Test
    void aTermThatDependsOnTheModeAsksForIt() {
        var facts = Map.of("what", "answer-sheets-return", "event", "2021-10-23");

        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> ProgramBook.ask(deadline, facts))
                .satisfies(refused ->
                        assertThat(refused.faults().getFirst().field()).isEqualTo("mode"));
    }

    @ParameterizedTest
    @CsvSource({
        "33, answer-sheets-return, UNIFIED, 2021-01-01, 2021-01-04",
        "33, answer-sheets-return, UNIFIED, 2023-11-15, 2023-11-16",
        "33, answer-sheets-return, UNIFIED, 2023-11-16, 2023-11-17",
        "33, practical-scores-report, UNIFIED, 2023-11-16, 2023-11-20",
        "33, off-day-assessment, UNIFIED, 2023-11-16, 2023-11-23",
        "33, rectification, UNIFIED, 2023-11-16, 2023-12-16",
        "33, rectification, DAILY, 2023-11-16, 2023-12-16",
        "22, score-publication, DAILY, 2017-01-01, 2017-01-22",
        "22, score-publication, UNIFIED, 2017-12-31, 2018-01-29",
        "22, certificate-issue, UNIFIED, 2017-12-31, 2018-01-22",
        "22, daily-registration, DAILY, 2017-12-31, 2017-12-18"
    })
    void dueOnThisDay(String place, String what, String mode, LocalDate event, LocalDate due) {
        assertThat(due(ProgramBook.ask(deadline, deadlineFacts(place, what, mode, event))))
                .isEqualTo(due);
    }

    @ParameterizedTest
    @CsvSource({
        "33, answer-sheets-return, DAILY, 2021-10-23",
        "33, city-report, UNIFIED, 2023-11-16",
        "33, score-publication, UNIFIED, 2024-05-01",
        "22, score-publication, UNIFIED, 2016-12-31",
        "22, certificate-issue, UNIFIED, 2018-01-01",
        "22, daily-registration, UNIFIED, 2017-05-20"
    })
    void noDocumentFixesATerm(String place, String what, String mode, LocalDate event) {
        assertThatExceptionOfType(NoRule.class)
                .isThrownBy(
                        () -> ProgramBook.ask(deadline, deadlineFacts(place, what, mode, event)));
    }

    private static Map<String, String> deadlineFacts(
            String place, String what, String mode, LocalDate event) {
        return Map.of("jurisdiction", place, "what", what, "mode", mode, "event", event.toString());
    }

    private Map<String, String> deadlineFacts(LocalDate event) {
        var what = oneOf(Deadline.values());
        var mode = oneOf(ExamMode.values());
        var place = oneOf("00", "22", "33", "44");
        return Map.of(
                "jurisdiction", place,
                "what", what.code(),
                "mode", mode.name(),
                "event", event.toString());
    }

    private LocalDate day(int firstYear, int lastYear) {
        return LocalDate.of(chance.nextInt(firstYear, lastYear + 1), 1, 1)
                .plusDays(chance.nextInt(365));
    }

    private LocalDate workingDay(LocalDate from, int offset) {
        var facts = Map.of("from", from.toString(), "offset", String.valueOf(offset));
        return ProgramBook.outcome(ProgramBook.ask(workingDay, facts), "date", LocalDate.class);
    }

    private static LocalDate due(Answer answer) {
        return ProgramBook.outcome(answer, "due", LocalDate.class);
    }

    @SafeVarargs
    private final <T> T oneOf(T... values) {
        return values[chance.nextInt(values.length)];
    }
}
