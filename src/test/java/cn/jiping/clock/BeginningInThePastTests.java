package cn.jiping.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import cn.jiping.testing.TestDatabase;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.modulith.test.ApplicationModuleTest;
import org.springframework.test.context.TestPropertySource;

@ApplicationModuleTest
@Import(TestDatabase.class)
@TestPropertySource(
        properties = {"jiping.clock.movable=true", "jiping.clock.start=2021-07-01T09:00:00"})
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class BeginningInThePastTests {
    private static final Instant FIRST_OF_JULY = Instant.parse("2021-07-01T01:00:00Z");

    @Autowired BusinessClock clock;

    @Test
    @Order(1)
    void standsWhereTheDemoBegins() {
        assertThat(clock.now()).isBetween(FIRST_OF_JULY, FIRST_OF_JULY.plusSeconds(60));
        assertThat(clock.today()).isEqualTo(LocalDate.of(2021, 7, 1));
        assertThat(clock.ahead()).isNegative();
    }

    @Test
    @Order(2)
    void goesForwardFromThere() {
        var fourteenth = Instant.parse("2021-07-14T00:00:00Z");

        clock.moveTo(fourteenth);

        assertThat(clock.now()).isBetween(fourteenth, fourteenth.plusSeconds(60));
        assertThatExceptionOfType(ClockRefused.class)
                .isThrownBy(() -> clock.moveTo(FIRST_OF_JULY))
                .returns("clock.only-forward", ClockRefused::code);
    }
}
