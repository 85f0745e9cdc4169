package cn.jiping.policy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/** 放假安排: the days off and the make-up days of a year, from which announcement, loaded by whom. */
public record HolidayArrangement(
        UUID id, int year, String source, List<Day> days, String loadedBy, Instant loadedAt) {

    public HolidayArrangement {
        days = List.copyOf(days);
    }

    /** One day that differs from its weekday, and the festival it belongs to. */
    public record Day(LocalDate on, boolean work, String festival) {}

    WorkingDays.Arrangement arrangement() {
        return new WorkingDays.Arrangement(
                days.stream().filter(day -> !day.work()).map(Day::on).collect(Collectors.toSet()),
                days.stream().filter(Day::work).map(Day::on).collect(Collectors.toSet()));
    }
}
