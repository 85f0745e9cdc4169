package cn.jiping.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.jiping.shared.Actor;
import cn.jiping.shared.InvalidInput;
import cn.jiping.testing.TestDatabase;
import com.tyme.holiday.LegalHoliday;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ActiveProfiles;

/** A new year's official arrangement comes from a file, whole or not at all. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ActiveProfiles("demo")
@Import(TestDatabase.class)
class LoadingHolidaysTests {
    private static final Actor PROGRAM = Actor.program("tests");

    /** An invented arrangement of 2028: nobody has announced one. */
    private static final String INVENTED =
            """
            日期,安排,节日
            2028-01-01,休,元旦
            2028-01-26,休,春节
            2028-01-27,休,春节
            2028-01-29,班,春节
            2028-04-04,休,清明节
            2028-05-01,休,劳动节
            2028-05-28,休,端午节
            2028-10-01,休,国庆节、中秋节
            2028-10-02,休,国庆节
            2028-10-03,休,国庆节
            """;

    @Autowired Holidays holidays;
    @Autowired Policies policies;

    private void load(int year, String file) {
        holidays.load(PROGRAM, year, "公告（测试）", "h.csv", file.getBytes(StandardCharsets.UTF_8));
    }

    private @Nullable Object workingDayAfter(String from) {
        var facts = Map.of("from", List.of(from), "offset", List.of("1"));
        return policies.answer("working-day", facts).plainOutcome().get("date");
    }

    @Test
    void countsByItAtOnce() {
        assertThatExceptionOfType(NoCalendar.class).isThrownBy(() -> workingDayAfter("2028-01-25"));

        load(2028, INVENTED);

        assertThat(workingDayAfter("2028-01-25")).isEqualTo("2028-01-28");
        assertThat(workingDayAfter("2028-01-28")).isEqualTo("2028-01-29");
        assertThat(holidays.loaded()).extracting(HolidayArrangement::year).contains(2028);
    }

    @Test
    void takesTheYear2026AsItWasAnnounced() {
        var file = fileOf(2026);

        load(2026, file);

        assertThat(file).contains("2026-02-14,班,春节");
        assertThat(workingDayAfter("2026-02-13")).isEqualTo("2026-02-14");
        assertThat(workingDayAfter("2026-02-14")).isEqualTo("2026-02-24");
    }

    private static String fileOf(int year) {
        var lines = new ArrayList<>(List.of("日期,安排,节日"));
        for (var day = LocalDate.of(year, 1, 1); day.getYear() == year; day = day.plusDays(1)) {
            var named = LegalHoliday.fromYmd(year, day.getMonthValue(), day.getDayOfMonth());
            if (named != null) {
                lines.add(day + "," + (named.isWork() ? "班" : "休") + "," + named.getName());
            }
        }
        return String.join("\n", lines);
    }

    @ParameterizedTest
    @CsvSource({
        "2028-01-29, 2028-01-28, holiday-weekend",
        "2028-01-01, 2027-01-01, holiday-year",
        "2028-05-01, 2028-05-02, holiday-day",
        "端午节, 儿童节, holiday-festival",
        "班, 上, holiday-kind",
        "2028-05-28, 5月28日, wrong",
        "2028-01-27, 2028-01-26, value-doubled"
    })
    void namesWhatIsWrong(String from, String to, String code) {
        var content = INVENTED.replace(from, to).getBytes(StandardCharsets.UTF_8);

        assertThatThrownBy(() -> holidays.check(2028, "h.csv", content))
                .isInstanceOfSatisfying(
                        LawFaulty.class,
                        e -> assertThat(e.faults()).extracting(LawFault::code).contains(code));
    }

    @Test
    void missesAFestivalThatIsLeftOut() {
        var content = INVENTED.replace("2028-05-28,休,端午节\n", "").getBytes(StandardCharsets.UTF_8);

        assertThatThrownBy(() -> holidays.check(2028, "h.csv", content))
                .isInstanceOfSatisfying(
                        LawFaulty.class,
                        e ->
                                assertThat(e.faults())
                                        .containsExactly(
                                                LawFault.of("h.csv", "holiday-missing", "端午")));
        assertThatExceptionOfType(InvalidInput.class).isThrownBy(() -> load(1999, INVENTED));
    }
}
