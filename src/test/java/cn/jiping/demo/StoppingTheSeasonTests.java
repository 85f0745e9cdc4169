package cn.jiping.demo;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jiping.account.DemoAccounts;
import cn.jiping.account.DemoBodies;
import cn.jiping.clock.BusinessClock;
import cn.jiping.registration.ApplicationStatus;
import cn.jiping.registration.ApplicationView;
import cn.jiping.registration.Review.Outcome;
import cn.jiping.registration.ReviewDraft;
import cn.jiping.registration.Reviews;
import cn.jiping.shared.DivisionCode;
import cn.jiping.shared.Role;
import cn.jiping.testing.TestDatabase;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ActiveProfiles;

/** A small season that is played up to the last day of registration and goes on by hand. */
@SpringBootTest(
        properties = {
            "jiping.clock.start=2021-07-01T09:00:00",
            "demo.until=2021-07-28",
            "demo.cities[0].city=330100",
            "demo.cities[0].welders=24",
            "demo.cities[0].guards=0",
            "demo.cities[0].inspectors=0"
        })
@ActiveProfiles("demo")
@Import(TestDatabase.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class StoppingTheSeasonTests {
    private static final LocalDate UNTIL = LocalDate.of(2021, 7, 28);

    @Autowired SeasonPlay play;
    @Autowired DemoSeason season;
    @Autowired Script script;
    @Autowired SeasonStore store;
    @Autowired SeasonTable table;
    @Autowired DemoAccounts accounts;
    @Autowired DemoBodies bodies;
    @Autowired Crowd crowd;
    @Autowired Cast cast;
    @Autowired Actors actors;
    @Autowired Registering registering;
    @Autowired Reviews reviews;
    @Autowired BusinessClock business;
    @Autowired Clock clock;
    @Autowired TheSession session;
    @Autowired Scoring scoring;
    @Autowired JdbcClient jdbc;

    @BeforeAll
    void playsUpToTheDay() {
        play.play();
    }

    @Test
    @Order(1)
    void standsOnTheMorningOfThatDay() {
        assertThat(business.localNow())
                .isBetween(UNTIL.atTime(9, 0), UNTIL.atTime(9, 0).plusMinutes(10));
        assertThat(season.progress().played())
                .isNotEmpty()
                .allMatch(chapter -> !chapter.on().isAfter(UNTIL))
                .last()
                .returns("补正、撤回", DemoSeason.Played::title);
        assertThat(season.progress().brokenOff()).isFalse();
    }

    /** Who came last waits for the body; the season takes up again whatever was done meanwhile. */
    @Test
    @Order(2)
    void goesOnByHandAndThenByItself() {
        var waiting = waitingOne();
        passedByHand(waiting);
        assertThat(own(waiting).status()).isEqualTo(ApplicationStatus.SECOND_REVIEW);

        upTo(DemoStage.PAYMENT);

        assertThat(business.today()).isEqualTo(DemoStage.PAYMENT.playedUntil());
        assertThat(own(waiting).status()).isEqualTo(ApplicationStatus.ADMITTED);
        assertThat(own(waiting).reviews()).hasSize(2);
        assertThat(season.progress().played()).last().returns("市复审", DemoSeason.Played::title);
    }

    /** Cut off after the marks were read in, before the chapter counted as played. */
    @Test
    @Order(3)
    void marksReadInAlreadyAreNotReadInAgain() {
        upTo(DemoStage.SCORES);
        session.turnTo(Season.AUTUMN);
        var before = readIn();

        scoring.report(new DivisionCode("330100"));

        assertThat(before).isPositive();
        assertThat(readIn()).isEqualTo(before);
    }

    private long readIn() {
        return jdbc.sql("select count(*) from audit.act where code = 'score.read-in'")
                .query(Long.class)
                .single();
    }

    private Player waitingOne() {
        return cast.with(Fate.PASSES).stream()
                .filter(player -> own(player).status() == ApplicationStatus.FIRST_REVIEW)
                .findFirst()
                .orElseThrow();
    }

    private ApplicationView own(Player player) {
        return registering.own(player).orElseThrow();
    }

    private void passedByHand(Player player) {
        var reviewer = actors.staff(Role.BODY_ELIGIBILITY_REVIEWER, player.city());
        var application = own(player);
        reviews.take(reviewer, application.id(), application.version());
        reviews.decide(
                reviewer,
                application.id(),
                application.version() + 1,
                new ReviewDraft(Outcome.PASSED, List.of(), ""));
    }

    /** As the next start of the program would. */
    private void upTo(DemoStage stage) {
        new SeasonPlay(
                        script,
                        store,
                        table,
                        accounts,
                        bodies,
                        crowd,
                        business,
                        clock,
                        new DemoSettings(true, stage.playedUntil(), false, 2, List.of()),
                        false)
                .play();
    }
}
