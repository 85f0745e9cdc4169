package cn.jiping.policy;

import com.tyme.holiday.LegalHoliday;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;

/**
 * 工作日: by the official arrangement of holidays and make-up days of each year. Years without an
 * arrangement are refused, never guessed.
 */
public final class WorkingDays {
    private final Map<Integer, Arrangement> loaded;

    private WorkingDays(Map<Integer, Arrangement> loaded) {
        this.loaded = Map.copyOf(loaded);
    }

    /** The calendar that comes with the program. */
    public static WorkingDays usual() {
        return new WorkingDays(Map.of());
    }

    /** The same calendar with official arrangements loaded since; they win over what came along. */
    public WorkingDays with(Map<Integer, Arrangement> arrangements) {
        return new WorkingDays(arrangements);
    }

    /**
     * The day so many working days after the given one, or before it where negative. The given day
     * itself is not counted.
     *
     * @throws NoCalendar if the way leads through a year without official arrangement
     */
    public LocalDate offset(LocalDate from, int days) {
        requireYear(from.getYear());
        var step = Integer.signum(days);
        var day = from;
        for (var left = Math.abs(days); left > 0; ) {
            day = day.plusDays(step);
            if (isWorkingDay(day)) {
                left--;
            }
        }
        return day;
    }

    /**
     * @throws NoCalendar if there is no official arrangement of that year
     */
    public boolean isWorkingDay(LocalDate day) {
        requireYear(day.getYear());
        var arrangement = loaded.get(day.getYear());
        if (arrangement != null) {
            return arrangement.isWorkingDay(day);
        }
        var named = LegalHoliday.fromYmd(day.getYear(), day.getMonthValue(), day.getDayOfMonth());
        return named == null ? !weekend(day) : named.isWork();
    }

    /** Whether the official arrangement of the year is known. */
    public boolean knows(int year) {
        return loaded.containsKey(year) || LegalHoliday.fromYmd(year, 10, 1) != null;
    }

    private void requireYear(int year) {
        if (!knows(year)) {
            throw NoCalendar.of(year);
        }
    }

    private static boolean weekend(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    }

    /** 放假安排: the days off and the make-up days of one year, as officially announced. */
    public record Arrangement(Set<LocalDate> off, Set<LocalDate> work) {
        public Arrangement {
            off = Set.copyOf(off);
            work = Set.copyOf(work);
        }

        boolean isWorkingDay(LocalDate day) {
            return work.contains(day) || (!off.contains(day) && !weekend(day));
        }
    }
}
