package cn.jiping.policy;

import cn.jiping.policy.HolidayArrangement.Day;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * 放假安排文件: lines of day, 休 or 班, and festival. A whole year is wanted: every festival, the days that
 * are fixed by law, and make-up days that fall on weekends.
 */
record HolidayFile(int year, String name) {
    private static final List<String> HEAD = List.of("日期", "安排", "节日");
    private static final String OFF = "休";
    private static final String WORK = "班";
    private static final List<String> FESTIVALS = List.of("元旦", "春节", "清明", "劳动", "端午", "中秋", "国庆");

    /**
     * @throws LawFaulty with everything that is wrong
     */
    List<Day> read(byte[] content) {
        var lines = Csv.lines(LawZip.text(name, content));
        var faults = new ArrayList<LawFault>();
        if (lines.isEmpty() || !lines.getFirst().cells().equals(HEAD)) {
            throw LawFaulty.of(LawFault.at(name, 1, "", "head", String.join(",", HEAD)));
        }
        var days = new ArrayList<Day>();
        var seen = new HashSet<LocalDate>();
        for (var line : lines.subList(1, lines.size())) {
            day(line, seen, days, faults);
        }
        if (faults.isEmpty()) {
            whole(days, faults);
        }
        if (!faults.isEmpty()) {
            throw new LawFaulty(faults);
        }
        return days;
    }

    private void day(Csv.Line line, Set<LocalDate> seen, List<Day> days, List<LawFault> faults) {
        if (line.cells().size() != HEAD.size()) {
            faults.add(
                    LawFault.at(
                            name, line.number(), "", "cells", HEAD.size(), line.cells().size()));
            return;
        }
        var kind = line.cells().get(1).strip();
        var festival = line.cells().get(2).strip();
        try {
            var on = LocalDate.parse(line.cells().getFirst().strip());
            if (on.getYear() != year) {
                faults.add(LawFault.at(name, line.number(), HEAD.get(0), "holiday-year", year));
            } else if (!seen.add(on)) {
                faults.add(LawFault.at(name, line.number(), HEAD.get(0), "value-doubled"));
            } else if (kind.equals(WORK) && !weekend(on)) {
                faults.add(LawFault.at(name, line.number(), HEAD.get(1), "holiday-weekend"));
            } else if (!kind.equals(WORK) && !kind.equals(OFF)) {
                faults.add(LawFault.at(name, line.number(), HEAD.get(1), "holiday-kind"));
            } else if (FESTIVALS.stream().noneMatch(festival::contains)) {
                faults.add(LawFault.at(name, line.number(), HEAD.get(2), "holiday-festival"));
            } else {
                days.add(new Day(on, kind.equals(WORK), festival));
            }
        } catch (DateTimeException _) {
            faults.add(LawFault.at(name, line.number(), HEAD.getFirst(), "wrong"));
        }
    }

    private static boolean weekend(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    }

    /** What no arrangement of a year leaves out, by 全国年节及纪念日放假办法. */
    private void whole(List<Day> days, List<LawFault> faults) {
        var off = days.stream().filter(day -> !day.work()).map(Day::on).collect(Collectors.toSet());
        FESTIVALS.stream()
                .filter(festival ->
                        days.stream().noneMatch(d -> !d.work() && d.festival().contains(festival)))
                .forEach(festival -> faults.add(LawFault.of(name, "holiday-missing", festival)));
        fixed().filter(day -> !off.contains(day))
                .forEach(day -> faults.add(LawFault.of(name, "holiday-day", day.toString())));
    }

    private Stream<LocalDate> fixed() {
        return Stream.of(
                LocalDate.of(year, 1, 1),
                LocalDate.of(year, 5, 1),
                LocalDate.of(year, 10, 1),
                LocalDate.of(year, 10, 2),
                LocalDate.of(year, 10, 3));
    }
}
