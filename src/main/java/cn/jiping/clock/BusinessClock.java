package cn.jiping.clock;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;

/**
 * 业务时钟: the time by which rules judge. It goes with the system clock, never back, and is the same
 * for every process on one database. In the demo it can be moved forward, and may begin on a day of
 * the past.
 */
@Service
public class BusinessClock {
    /** 北京时间: all legal dates are dates of China Standard Time. */
    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    /** A registration asks for the time dozens of times; it need not ask the database each time. */
    static final Duration HELD = Duration.ofMillis(50);

    private final Clock system;
    private final ClockStore store;
    private final ObjectProvider<DueWork> dueWork;
    private final boolean movable;
    private final @Nullable LocalDateTime start;
    private final AtomicReference<@Nullable Seen> seen = new AtomicReference<>();

    /** How far ahead it stood when it was last read; {@code at} in nanoseconds of the process. */
    private record Seen(Duration ahead, long at) {
        Seen(Duration ahead) {
            this(ahead, System.nanoTime());
        }

        /** Of two moves at once the further stands. */
        static Seen further(@Nullable Seen one, Seen other) {
            return one != null && one.ahead.compareTo(other.ahead) > 0 ? one : other;
        }

        boolean holds() {
            return System.nanoTime() - at < HELD.toNanos();
        }
    }

    /**
     * @param start where the clock of a new database begins, if it can be moved; otherwise with the
     *     system clock
     */
    BusinessClock(
            Clock system,
            ClockStore store,
            ObjectProvider<DueWork> dueWork,
            @Value("${jiping.clock.movable:false}") boolean movable,
            @Value("${jiping.clock.start:#{null}}") @Nullable LocalDateTime start) {
        this.system = system;
        this.store = store;
        this.dueWork = dueWork;
        this.movable = movable;
        this.start = start;
    }

    /** The first instant of the day. */
    public static Instant startOf(LocalDate day) {
        return day.atStartOfDay(ZONE).toInstant();
    }

    /** 24:00 of the day, the first instant after it. */
    public static Instant endOf(LocalDate day) {
        return startOf(day.plusDays(1));
    }

    public Instant now() {
        var ahead = ahead();
        return system.instant().plus(ahead);
    }

    /**
     * How far it stands ahead of the system clock; negative while it shows a day of the past. The
     * process that moves it sees that at once, every other within {@link #HELD}.
     */
    public Duration ahead() {
        if (!movable) {
            return Duration.ZERO;
        }
        var last = seen.get();
        if (last != null && last.holds()) {
            return last.ahead();
        }
        var read = new Seen(store.ahead().orElseGet(this::begin));
        // whoever moved it meanwhile knows better
        var now = seen.compareAndSet(last, read) ? read : seen.get();
        return (now == null ? read : now).ahead();
    }

    private Duration begin() {
        if (start == null) {
            return Duration.ZERO;
        }
        store.begin(roundedUp(Duration.between(system.instant(), start.atZone(ZONE).toInstant())));
        return store.ahead().orElseThrow();
    }

    /** Whatever was read before no longer counts. */
    void readAnew() {
        seen.set(null);
    }

    public LocalDate today() {
        return LocalDate.ofInstant(now(), ZONE);
    }

    public LocalDateTime localNow() {
        return LocalDateTime.ofInstant(now(), ZONE);
    }

    public boolean movable() {
        return movable;
    }

    /**
     * Moves the clock to the instant and does all work that falls due on the way, before returning.
     *
     * @throws ClockRefused if the clock stands still here or would go backwards
     */
    public void moveTo(Instant instant) {
        requireMovable();
        var before = ahead();
        var ahead = roundedUp(Duration.between(system.instant(), instant));
        if (ahead.compareTo(before) < 0 || !store.advance(ahead)) {
            throw ClockRefused.onlyForward();
        }
        seen.accumulateAndGet(new Seen(ahead), Seen::further);
        runDueWork();
    }

    /** Kept to the millisecond; cut off, the clock would stand just before the instant. */
    private static Duration roundedUp(Duration ahead) {
        return ahead.plusNanos(999_999).truncatedTo(ChronoUnit.MILLIS);
    }

    private void requireMovable() {
        if (!movable) {
            throw ClockRefused.notMovable();
        }
    }

    /**
     * Moves the clock to the next instant at which something falls due, and does that work.
     *
     * @param seen how far ahead the clock stood for whoever asks, so that asking twice moves once
     * @throws ClockRefused if the clock stands still here, was moved meanwhile, or nothing waits
     */
    public void moveToNextDue(Duration seen) {
        requireMovable();
        if (!ahead().equals(seen)) {
            throw ClockRefused.movedMeanwhile();
        }
        moveTo(nextDue(now()).orElseThrow(ClockRefused::nothingDue));
    }

    private Optional<Instant> nextDue(Instant after) {
        return inOrder().stream()
                .flatMap(work -> work.nextDue(after).stream())
                .min(Comparator.naturalOrder());
    }

    /** Does all work due by now, in the order the modules gave; safe to run twice. */
    public void runDueWork() {
        var now = now();
        inOrder().forEach(work -> work.runDue(now));
    }

    private List<DueWork> inOrder() {
        return dueWork.stream().sorted(Comparator.comparingInt(DueWork::order)).toList();
    }
}
