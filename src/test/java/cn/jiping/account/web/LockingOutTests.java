package cn.jiping.account.web;

import static cn.jiping.account.AccountFixtures.HANGZHOU;
import static cn.jiping.account.AccountFixtures.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

import cn.jiping.account.Place;
import cn.jiping.shared.Role;
import cn.jiping.testing.WebClient.Page;
import java.time.Duration;
import java.util.Collections;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LockingOutTests extends OnAllPages {
    private static final Place CITY = new Place.InDivision(HANGZHOU);

    @AfterEach
    void letTheAddressRest() {
        clock.advance(Duration.ofHours(1));
    }

    private Page wrong(String name) {
        return browser().signIn(name, "not the password");
    }

    @Test
    void leavesFourWrongAttemptsUnpunished() {
        opened.account("four", Role.CITY_CLERK, CITY);
        IntStream.range(0, 4).forEach(_ -> wrong("four"));

        assertThat(browser().signIn("four", PASSWORD).status()).isEqualTo(302);
    }

    @Test
    void locksAfterFiveWrongAttemptsEvenForTheRightPassword() {
        opened.account("five", Role.CITY_CLERK, CITY);
        IntStream.range(0, 5).forEach(_ -> wrong("five"));

        var page = browser().signIn("five", PASSWORD);

        assertThat(page.status()).isEqualTo(429);
        assertThat(page.header("Retry-After").map(Integer::parseInt))
                .hasValueSatisfying(seconds -> assertThat(seconds).isBetween(800, 901));
        assertThat(page.text()).contains("尝试次数过多", "分钟后再试");
    }

    @Test
    void locksANameThatDoesNotExistJustTheSame() {
        IntStream.range(0, 5).forEach(_ -> wrong("ghost"));

        assertThat(wrong("ghost").status()).isEqualTo(429);
    }

    @Test
    void opensAgainAfterAQuarterOfAnHour() {
        opened.account("patient", Role.CITY_CLERK, CITY);
        IntStream.range(0, 6).forEach(_ -> wrong("patient"));

        clock.advance(Duration.ofMinutes(14));
        var early = browser().signIn("patient", PASSWORD);
        clock.advance(Duration.ofMinutes(2));
        var late = browser().signIn("patient", PASSWORD);

        assertThat(early.status()).isEqualTo(429);
        assertThat(late.status()).isEqualTo(302);
    }

    @Test
    void forgetsWrongAttemptsAfterARightOne() {
        opened.account("careful", Role.CITY_CLERK, CITY);
        IntStream.range(0, 4).forEach(_ -> wrong("careful"));
        browser().signIn("careful", PASSWORD);
        IntStream.range(0, 4).forEach(_ -> wrong("careful"));

        assertThat(browser().signIn("careful", PASSWORD).status()).isEqualTo(302);
    }

    @Test
    void judgesNoMoreThanFiveOfManyAttemptsAtTheSameMoment() throws Exception {
        opened.account("rushed", Role.CITY_CLERK, CITY);
        var attempts = Collections.<Callable<Integer>>nCopies(24, () -> wrong("rushed").status());

        try (var pool = Executors.newFixedThreadPool(12)) {
            var judged = 0;
            for (var answer : pool.invokeAll(attempts)) {
                judged += answer.get() == 422 ? 1 : 0;
            }

            assertThat(judged).isEqualTo(5);
        }
    }

    @Test
    void slowsAnAddressThatTriesManyNames() {
        IntStream.range(0, 60).forEach(n -> wrong("name" + n));

        assertThat(wrong("one-more").status()).isEqualTo(429);
    }
}
