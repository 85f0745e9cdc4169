package cn.jiping.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import cn.jiping.policy.Answer;
import cn.jiping.policy.DecisionTopic;
import cn.jiping.policy.ProgramBook;
import cn.jiping.policy.WholeSpace;
import cn.jiping.shared.ExamMode;
import cn.jiping.shared.InvalidInput;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Sessions, their windows and extensions, over the whole space of questions. */
class KeepingTheCalendarTests {
    private static final int QUESTIONS = 2000;

    private final SplittableRandom chance = new SplittableRandom(20170520);
    private final RegistrationWindowTopic window = new RegistrationWindowTopic();
    private final RegistrationExtensionTopic extension = new RegistrationExtensionTopic();
    private final ExamCalendarTopic calendar = new ExamCalendarTopic();

    @Test
    void zhejiangExaminedOnceIn2021() {
        var answer = ProgramBook.ask(calendar, Map.of("on", "2021-12-31"));

        assertThat(answer.outcome())
                .containsEntry("months", List.of(10))
                .containsEntry("sessions", List.of("2021-10"))
                .doesNotContainKey("resitOn");
    }

    @Test
    void zhejiangExaminesTwiceAYearOtherwise() {
        var answer = ProgramBook.ask(calendar, Map.of("on", "2022-01-01"));

        assertThat(answer.outcome()).containsEntry("months", List.of(5, 10));
    }

    @Test
    void jilinLetCancelledOccupationsResitOnTwoDays() {
        var answer = ProgramBook.ask(calendar, Map.of("jurisdiction", "22", "on", "2017-01-01"));

        assertThat(answer.outcome())
                .containsEntry("months", List.of(5, 11))
                .containsEntry("sessions", List.of("2017-05", "2017-11"))
                .containsEntry(
                        "resitOn",
                        Map.of(
                                ExamMode.DAILY, LocalDate.of(2017, 4, 22),
                                ExamMode.UNIFIED, LocalDate.of(2017, 5, 20)));
    }

    @Test
    void aSessionNamesItsDays() {
        assertThat(unified("22", "2017-05"))
                .isEqualTo(List.of(LocalDate.of(2017, 5, 20), LocalDate.of(2017, 5, 21)));
        assertThat(unified("22", "2017-11"))
                .isEqualTo(List.of(LocalDate.of(2017, 11, 18), LocalDate.of(2017, 11, 19)));
        assertThat(unified("33", "2021-10")).isEqualTo(List.of(LocalDate.of(2021, 10, 23)));
    }

    @Test
    void anExtensionIsOfOneOrTwoWorkingDays() {
        var facts = Map.of("jurisdiction", "22", "mode", "DAILY", "examOn", "2017-05-13");

        var answer = ProgramBook.ask(extension, facts);

        assertThat(answer.outcome())
                .containsEntry(
                        "choices", List.of(LocalDate.of(2017, 5, 2), LocalDate.of(2017, 5, 3)));
    }

    @Test
    void anotherDayThanThatOfTheSessionIsRefused() {
        var facts = Map.of("session", "2021-10", "examOn", "2021-10-24");

        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> ProgramBook.ask(window, facts));
    }

    @Test
    void noQuestionBreaksAndEveryAnswerSaysWhy() {
        for (var i = 0; i < QUESTIONS; i++) {
            var place = oneOf("00", "22", "33", "44");
            var day = LocalDate.of(2016, 1, 1).plusDays(chance.nextInt(3000)).toString();
            var session = chance.nextBoolean() ? "daily" : day.substring(0, 7);
            var mode = oneOf(ExamMode.values()).name();

            var facts = Map.of("jurisdiction", place, "session", session, "examOn", day);
            var extended = Map.of("jurisdiction", place, "mode", mode, "examOn", day);

            assertThat(ProgramBook.tryToAsk(window, facts).stream())
                    .allSatisfy(answer -> assertThat(answer.reasons()).isNotEmpty());
            assertThat(ProgramBook.tryToAsk(extension, extended).stream())
                    .allSatisfy(answer -> assertThat(answer.reasons()).isNotEmpty());
        }
    }

    @Test
    void aLaterExaminationNeverClosesItsRegistrationEarlier() {
        var before = LocalDate.MIN;
        for (var day = LocalDate.of(2017, 1, 20); day.getYear() == 2017; day = day.plusDays(1)) {
            var daily = Map.of("jurisdiction", "22", "session", "daily", "examOn", day.toString());

            var closes =
                    ProgramBook.outcome(
                            ProgramBook.ask(window, daily), "closesOn", LocalDate.class);

            assertThat(closes).isAfterOrEqualTo(before).isBefore(day);
            before = closes;
        }
    }

    @Test
    void everySessionLiesInOneOfTheMonthsOfItsCalendar() {
        for (var facts : WholeSpace.of(ExamCalendarTopic.Facts.class)) {
            WholeSpace.ask(calendar, facts)
                    .ifPresent(answer ->
                            assertThat(months(answer)).as("%s", facts).containsAll(used(answer)));
        }
    }

    private static List<Integer> months(Answer answer) {
        return ((List<?>) answer.outcome().getOrDefault("months", List.of()))
                .stream().map(Integer.class::cast).toList();
    }

    private static List<Integer> used(Answer answer) {
        return ((List<?>) answer.outcome().getOrDefault("sessions", List.of()))
                .stream()
                        .map(session -> YearMonth.parse(String.valueOf(session)).getMonthValue())
                        .toList();
    }

    @Test
    void anExtensionNeverReachesTheExamination() {
        for (var day = LocalDate.of(2017, 1, 20); day.getYear() == 2017; day = day.plusDays(1)) {
            var facts = Map.of("jurisdiction", "22", "mode", "DAILY", "examOn", day.toString());

            var until =
                    ProgramBook.outcome(
                            ProgramBook.ask(extension, facts), "until", LocalDate.class);

            assertThat(until).isBefore(day);
        }
    }

    @Test
    void theCalendarsHoldFromTheirFirstToTheirLastDay() {
        assertThat(holds(calendar, "33", "on", "2020-12-31")).isFalse();
        assertThat(holds(calendar, "33", "on", "2021-01-01")).isTrue();
        assertThat(holds(calendar, "22", "on", "2016-12-31")).isFalse();
        assertThat(holds(calendar, "22", "on", "2017-12-31")).isTrue();
        assertThat(holds(calendar, "22", "on", "2018-01-01")).isFalse();
    }

    @Test
    void extensionsHoldForExaminationsOf2017() {
        assertThat(holds(extension, "22", "mode", "DAILY", "examOn", "2016-12-31")).isFalse();
        assertThat(holds(extension, "22", "mode", "DAILY", "examOn", "2017-01-01")).isTrue();
        assertThat(holds(extension, "22", "mode", "DAILY", "examOn", "2017-12-31")).isTrue();
        assertThat(holds(extension, "22", "mode", "DAILY", "examOn", "2018-01-01")).isFalse();
    }

    private static boolean holds(DecisionTopic<?> topic, String place, String... facts) {
        var asked = new TreeMap<>(Map.of("jurisdiction", place));
        for (var i = 0; i < facts.length; i += 2) {
            asked.put(facts[i], facts[i + 1]);
        }
        return ProgramBook.tryToAsk(topic, asked).isPresent();
    }

    private Object unified(String place, String session) {
        var facts = Map.of("jurisdiction", place, "session", session);
        return ProgramBook.ask(window, facts).outcome().getOrDefault("examOn", "none");
    }

    @SafeVarargs
    private final <T> T oneOf(T... values) {
        return values[chance.nextInt(values.length)];
    }
}
