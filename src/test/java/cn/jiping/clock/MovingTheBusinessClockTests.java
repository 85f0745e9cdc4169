package cn.jiping.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import cn.jiping.testing.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.annotation.Import;
import org.springframework.modulith.test.ApplicationModuleTest;
import org.springframework.test.context.TestPropertySource;

@ApplicationModuleTest
@Import({TestDatabase.class, MovingTheBusinessClockTests.Diary.class})
@TestPropertySource(properties = "jiping.clock.movable=true")
class MovingTheBusinessClockTests {
    @Autowired BusinessClock clock;
    @Autowired Diary diary;

    /** Work that falls due when a test says so. */
    @TestComponent
    static class Diary implements DueWork {
        final TreeSet<Instant> due = new TreeSet<>();
        final List<Instant> done = new ArrayList<>();

        @Override
        public void runDue(Instant businessNow) {
            var now = due.headSet(businessNow, true);
            done.addAll(now);
            now.clear();
        }

        @Override
        public Optional<Instant> nextDue(Instant after) {
            return Optional.ofNullable(due.higher(after));
        }
    }

    @BeforeEach
    void nothingIsDue() {
        diary.due.clear();
        diary.done.clear();
    }

    @Test
    void goesForwardAndNeverBack() {
        var inAYear = clock.now().plus(Duration.ofDays(365));

        clock.moveTo(inAYear);

        assertThat(clock.now()).isBetween(inAYear, inAYear.plusSeconds(60));
        assertThatExceptionOfType(ClockRefused.class)
                .isThrownBy(() -> clock.moveTo(inAYear.minusSeconds(3600)))
                .returns("clock.only-forward", ClockRefused::code);
    }

    @Test
    void goesToTheNextThingDueDoesItAndNoMore() {
        var first = clock.now().plus(Duration.ofDays(3));
        var second = first.plus(Duration.ofDays(1));
        diary.due.addAll(List.of(second, first));

        clock.moveToNextDue(clock.ahead());

        assertThat(clock.now()).isBetween(first, first.plusSeconds(60));
        assertThat(diary.done).containsExactly(first);
    }

    @Test
    void staysWhereItIsWhenNothingWaits() {
        var before = clock.ahead();

        assertThatExceptionOfType(ClockRefused.class)
                .isThrownBy(() -> clock.moveToNextDue(before))
                .returns("clock.nothing-due", ClockRefused::code);
        assertThat(clock.ahead()).isEqualTo(before);
    }

    @Test
    void movesOnceForWhoeverAsksTwice() {
        diary.due.addAll(
                List.of(
                        clock.now().plus(Duration.ofDays(1)),
                        clock.now().plus(Duration.ofDays(2))));
        var seen = clock.ahead();
        clock.moveToNextDue(seen);

        assertThatExceptionOfType(ClockRefused.class)
                .isThrownBy(() -> clock.moveToNextDue(seen))
                .returns("clock.moved-meanwhile", ClockRefused::code);
        assertThat(diary.done).hasSize(1);
    }
}
