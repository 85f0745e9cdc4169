package cn.jiping.registration;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jiping.registration.ApplicationForm.Job;
import cn.jiping.testing.Chance;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CountingWorkTimeTests {
    private static final LocalDate ON = LocalDate.of(2021, 7, 20);

    @Test
    void reachesAYearOnTheAnniversary() {
        assertThat(years(job("2017-07-21", null))).isLessThan(new BigDecimal(4));
        assertThat(years(job("2017-07-20", null))).isEqualByComparingTo("4");
        assertThat(years(job("2017-07-19", null))).isEqualByComparingTo("4");
    }

    @Test
    void countsTheLastDayOfAJob() {
        assertThat(years(job("2015-01-01", "2018-12-31"))).isEqualByComparingTo("4");
        assertThat(years(job("2015-01-01", "2018-12-30"))).isLessThan(new BigDecimal(4));
    }

    @Test
    void addsWhatLiesApart() {
        assertThat(years(job("2010-01-01", "2011-12-31"), job("2015-03-01", "2017-02-28")))
                .isEqualByComparingTo("4");
        assertThat(years(job("2010-01-01", "2011-12-15"), job("2015-03-01", "2017-03-16")))
                .isEqualByComparingTo("4");
    }

    @Test
    void countsOnceWhatOverlaps() {
        assertThat(years(job("2015-01-01", "2018-12-31"), job("2016-01-01", "2017-12-31")))
                .isEqualByComparingTo("4");
    }

    @Test
    void leavesOutOtherWorkAndWhatLiesAhead() {
        var other = new Job(LocalDate.of(2010, 1, 1), null, "甲厂", "会计", false);

        assertThat(new WorkTime(List.of(other), ON).years()).isZero();
        assertThat(years(job("2021-07-20", null))).isZero();
        assertThat(years(job("2022-01-01", null))).isZero();
    }

    @Test
    void countsFromTheDayOfACertificateOn() {
        var worked = new WorkTime(List.of(job("2010-01-01", null)), ON);

        assertThat(worked.years(LocalDate.of(2017, 7, 20))).isEqualByComparingTo("4");
        assertThat(worked.years(LocalDate.of(2017, 7, 21))).isLessThan(new BigDecimal(4));
        assertThat(worked.unbroken(LocalDate.of(2017, 7, 20))).isTrue();
        assertThat(worked.unbroken(LocalDate.of(2009, 12, 31))).isFalse();
    }

    @Test
    void isAtLeastWhatEachJobAloneGives() {
        Chance.tries(
                500,
                chance -> {
                    var jobs = new ArrayList<Job>();
                    for (var more = chance.whole(1, 6); more > 0; more--) {
                        var from = LocalDate.of(2000, 1, 1).plusDays(chance.whole(0, 7_000));
                        var until = from.plusDays(chance.whole(0, 3_000));
                        jobs.add(new Job(from, until, "甲厂", "电工", true));
                    }
                    var all = new WorkTime(jobs, ON).years();
                    assertThat(jobs)
                            .allMatch(job -> years(job).compareTo(all) <= 0)
                            .hasSizeGreaterThan(0);
                });
    }

    private static BigDecimal years(Job... jobs) {
        return new WorkTime(List.of(jobs), ON).years();
    }

    private static Job job(String from, @Nullable String until) {
        return new Job(
                LocalDate.parse(from),
                until == null ? null : LocalDate.parse(until),
                "甲厂",
                "电工",
                true);
    }
}
