package cn.jiping.policy;

import com.tyme.holiday.LegalHoliday;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * 工作日: by the official arrangement of holidays and make-up days of each year. Years without an
 * arrangement are refused, never guessed.
 */
public final class WorkingDays {
    /**
     * What comes with the program, read once for each year: the library searches its text each
     * time.
     */
    private static final Map<Integer, Optional<Arrangement>> USUAL = new ConcurrentHashMap<>();

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
        return arrangement(day.getYear())
                .orElseThrow(() -> NoCalendar.of(day.getYear()))
                .isWorkingDay(day);
    }

    /**
     * What the official arrangement makes of a day.
     *
     * @throws NoCalendar if there is no official arrangement of that year
     */
    public CountedDay.Kind kind(LocalDate day) {
        return arrangement(day.getYear()).orElseThrow(() -> NoCalendar.of(day.getYear())).kind(day);
    }

    /** Whether the official arrangement of the year is known. */
    public boolean knows(int year) {
        return arrangement(year).isPresent();
    }

    private Optional<Arrangement> arrangement(int year) {
        var own = loaded.get(year);
        return own != null
                ? Optional.of(own)
                : USUAL.computeIfAbsent(year, WorkingDays::arrangementOfTheLibrary);
    }

    private static Optional<Arrangement> arrangementOfTheLibrary(int year) {
        if (LegalHoliday.fromYmd(year, 10, 1) == null) {
            return Optional.empty();
        }
        var off = new HashSet<LocalDate>();
        var work = new HashSet<LocalDate>();
        for (var day = LocalDate.of(year, 1, 1); day.getYear() == year; day = day.plusDays(1)) {
            var named = LegalHoliday.fromYmd(year, day.getMonthValue(), day.getDayOfMonth());
            if (named != null) {
                (named.isWork() ? work : off).add(day);
            }
        }
        return Optional.of(new Arrangement(off, work));
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
            return switch (kind(day)) {
                case WORKING, MAKE_UP -> true;
                case HOLIDAY, WEEKEND -> false;
            };
        }

        CountedDay.Kind kind(LocalDate day) {
            if (work.contains(day)) {
                return weekend(day) ? CountedDay.Kind.MAKE_UP : CountedDay.Kind.WORKING;
            }
            if (off.contains(day)) {
                return CountedDay.Kind.HOLIDAY;
            }
            return weekend(day) ? CountedDay.Kind.WEEKEND : CountedDay.Kind.WORKING;
        }
    }
}
