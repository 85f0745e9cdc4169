package cn.jiping.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Every day of a year is a working day exactly where the official arrangement says so. */
class WorkingAsOfficiallyArrangedTests {
    private final WorkingDays calendar = WorkingDays.usual();

    @ParameterizedTest
    @ValueSource(ints = {2017, 2020, 2021, 2023, 2024, 2025, 2026})
    void eachDayOfTheYear(int year) throws IOException {
        var official = official(year);

        var day = LocalDate.of(year, 1, 1);
        for (; day.getYear() == year; day = day.plusDays(1)) {
            assertThat(calendar.isWorkingDay(day)).as("%s", day).isEqualTo(official.works(day));
        }
    }

    private static Official official(int year) throws IOException {
        var file = "/expectations/official-arrangements.yaml";
        try (var in = WorkingAsOfficiallyArrangedTests.class.getResourceAsStream(file)) {
            var arrangement = new YAMLMapper().readTree(in).path(String.valueOf(year));
            return new Official(
                    days(arrangement.path("daysOff")), days(arrangement.path("workingWeekends")));
        }
    }

    private static Set<LocalDate> days(JsonNode list) {
        assertThat(list.isArray()).isTrue();
        return list.valueStream()
                .map(JsonNode::asString)
                .map(LocalDate::parse)
                .collect(Collectors.toSet());
    }

    private record Official(Set<LocalDate> off, Set<LocalDate> workingWeekends) {
        boolean works(LocalDate day) {
            var weekend = Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY).contains(day.getDayOfWeek());
            return weekend ? workingWeekends.contains(day) : !off.contains(day);
        }
    }
}
