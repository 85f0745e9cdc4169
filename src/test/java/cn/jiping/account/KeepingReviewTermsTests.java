package cn.jiping.account;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jiping.clock.BusinessClock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.Period;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KeepingReviewTermsTests {
    private static final AccountSettings.Grants HALF_A_YEAR =
            new AccountSettings.Grants(
                    Period.ofYears(2),
                    Set.of(),
                    Duration.ofDays(7),
                    Period.ofMonths(6),
                    Period.ofDays(14));

    @ParameterizedTest
    @CsvSource({
        "2021-01-10, 2021-06-26",
        "2021-08-31, 2022-02-15",
        "2021-09-17, 2022-03-03",
        "2023-08-31, 2024-02-16"
    })
    void remindsTwoWeeksBeforeTheHalfYearIsOver(LocalDate reviewed, LocalDate reminded) {
        var noon = reviewed.atTime(12, 0).atZone(BusinessClock.ZONE).toInstant();

        assertThat(HALF_A_YEAR.remindOn(noon)).isEqualTo(reminded);
    }

    @Test
    void remindsOnTheFirstDayOnWhichTheReminderFindsTheAccount() {
        var first = LocalDate.of(2021, 1, 1);
        for (var reviewed = first; reviewed.getYear() < 2025; reviewed = reviewed.plusDays(1)) {
            var noon = reviewed.atTime(12, 0).atZone(BusinessClock.ZONE).toInstant();
            var day = HALF_A_YEAR.remindOn(noon);

            assertThat(HALF_A_YEAR.remindedIfReviewedBefore(day)).isAfter(noon);
            assertThat(HALF_A_YEAR.remindedIfReviewedBefore(day.minusDays(1)))
                    .isBeforeOrEqualTo(noon);
        }
    }
}
