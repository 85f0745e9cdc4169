package cn.jiping.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import cn.jiping.policy.CountedDay.Kind;
import cn.jiping.shared.ExamMode;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CountingDayByDayTests {
    private final LawBook book = ProgramBook.inForce();

    @Test
    void passesTheWeekendAfterTheExamOf2021() {
        var way = days(LocalDate.of(2021, 10, 23), 2);

        assertThat(way)
                .containsExactly(
                        new CountedDay(LocalDate.of(2021, 10, 23), Kind.WEEKEND, 0),
                        new CountedDay(LocalDate.of(2021, 10, 24), Kind.WEEKEND, 0),
                        new CountedDay(LocalDate.of(2021, 10, 25), Kind.WORKING, 1),
                        new CountedDay(LocalDate.of(2021, 10, 26), Kind.WORKING, 2));
    }

    @Test
    void tellsHolidaysMakeUpDaysAndWeekendsApart() {
        var way = days(LocalDate.of(2021, 9, 30), 2);

        assertThat(way.subList(1, 8)).allMatch(day -> day.kind() == Kind.HOLIDAY);
        assertThat(way.subList(8, 10))
                .containsExactly(
                        new CountedDay(LocalDate.of(2021, 10, 8), Kind.WORKING, 1),
                        new CountedDay(LocalDate.of(2021, 10, 9), Kind.MAKE_UP, 2));
    }

    @Test
    void countsBackwardsToo() {
        assertThat(days(LocalDate.of(2021, 10, 11), -2))
                .extracting(CountedDay::day)
                .containsExactly(
                        LocalDate.of(2021, 10, 11),
                        LocalDate.of(2021, 10, 10),
                        LocalDate.of(2021, 10, 9),
                        LocalDate.of(2021, 10, 8));
    }

    @ParameterizedTest
    @CsvSource({
        "2021-01-01,0",
        "2021-10-23,1",
        "2020-01-20,30",
        "2024-12-31,250",
        "2023-10-07,-90"
    })
    void endsWhereTheTermEnds(LocalDate event, int days) {
        var counting = Counting.under(book.in(Jurisdiction.NATIONAL, event));
        var way = counting.days(event, days);

        assertThat(way.getFirst().day()).isEqualTo(event);
        assertThat(way.getLast().day()).isEqualTo(counting.offset(event, days));
        assertThat(way.getLast().number()).isEqualTo(Math.abs(days));
        assertThat(way.stream().filter(CountedDay::counted)).hasSize(Math.abs(days));
    }

    @Test
    void refusesTheYearWithoutAnArrangement() {
        assertThatExceptionOfType(NoCalendar.class)
                .isThrownBy(() -> days(LocalDate.of(2031, 12, 31), 1));
    }

    @Test
    void isEmptyForATermOfCalendarDays() {
        var deadlines = new Deadlines(book, new Jurisdiction("33"));
        var exam = LocalDate.of(2021, 10, 23);

        assertThat(deadlines.days(Deadline.OFF_DAY_ASSESSMENT, ExamMode.UNIFIED, exam)).isEmpty();
        assertThat(deadlines.days(Deadline.ANSWER_SHEETS_RETURN, ExamMode.UNIFIED, exam))
                .hasSize(3);
    }

    private List<CountedDay> days(LocalDate event, int days) {
        return Counting.under(book.in(Jurisdiction.NATIONAL, event)).days(event, days);
    }
}
