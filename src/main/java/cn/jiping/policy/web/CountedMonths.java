package cn.jiping.policy.web;

import cn.jiping.policy.CountedDay;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** 日历: the days of a term in months and weeks, Monday first. */
record CountedMonths(List<Month> months) {

    /** A month with its weeks. */
    record Month(YearMonth month, List<List<Cell>> weeks) {}

    /** One cell: a day of the month or none, on the way of the term or not. */
    record Cell(@Nullable LocalDate day, @Nullable CountedDay counted) {}

    static CountedMonths of(List<CountedDay> way) {
        var byDay = way.stream().collect(Collectors.toMap(CountedDay::day, Function.identity()));
        var days = new TreeMap<>(byDay).navigableKeySet();
        var months = new ArrayList<Month>();
        var last = YearMonth.from(days.last());
        for (var m = YearMonth.from(days.first()); !m.isAfter(last); m = m.plusMonths(1)) {
            months.add(new Month(m, weeks(m, byDay)));
        }
        return new CountedMonths(List.copyOf(months));
    }

    private static List<List<Cell>> weeks(YearMonth month, Map<LocalDate, CountedDay> way) {
        var weeks = new ArrayList<List<Cell>>();
        var monday = month.atDay(1).with(DayOfWeek.MONDAY);
        for (; !monday.isAfter(month.atEndOfMonth()); monday = monday.plusWeeks(1)) {
            var week = new ArrayList<Cell>();
            for (var i = 0; i < DayOfWeek.values().length; i++) {
                var day = monday.plusDays(i);
                var inside = YearMonth.from(day).equals(month);
                week.add(inside ? new Cell(day, way.get(day)) : new Cell(null, null));
            }
            weeks.add(week);
        }
        return weeks;
    }
}
