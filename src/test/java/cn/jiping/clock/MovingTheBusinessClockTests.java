package cn.jiping.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import cn.jiping.testing.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.modulith.test.ApplicationModuleTest;
import org.springframework.test.context.TestPropertySource;

@ApplicationModuleTest
@Import(TestDatabase.class)
@TestPropertySource(properties = "jiping.clock.movable=true")
class MovingTheBusinessClockTests {
    @Autowired BusinessClock clock;

    @Test
    void goesForwardAndNeverBack() {
        var inAYear = Instant.now().plus(Duration.ofDays(365));

        clock.moveTo(inAYear);

        assertThat(clock.now()).isBetween(inAYear, inAYear.plusSeconds(60));
        assertThatExceptionOfType(ClockRefused.class)
                .isThrownBy(() -> clock.moveTo(inAYear.minusSeconds(3600)))
                .returns("clock.only-forward", ClockRefused::code);
    }
}
