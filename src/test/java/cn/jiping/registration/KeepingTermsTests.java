package cn.jiping.registration;

import static cn.jiping.registration.RegistrationFixtures.CALENDAR;
import static cn.jiping.registration.RegistrationFixtures.CITY_REVIEWER;
import static cn.jiping.registration.RegistrationFixtures.REVIEWER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import cn.jiping.clock.BusinessClock;
import cn.jiping.payment.OrderStatus;
import cn.jiping.plan.SessionView;
import cn.jiping.registration.Review.Fault;
import cn.jiping.registration.Review.Outcome;
import cn.jiping.registration.ReviewDraft.Found;
import cn.jiping.shared.Actor;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@RegistrationTest
@SuppressWarnings("NullAway.Init") // filled before each test
class KeepingTermsTests {
    private static final ReviewDraft MISSING =
            new ReviewDraft(
                    Outcome.RETURNED, List.of(new Found(Fault.MISSING, Material.YEARS_PROOF)), "");

    @Autowired Summer summer;
    @Autowired Applications applications;
    @Autowired Reviews reviews;
    @Autowired BusinessClock clock;
    @Autowired ApplicationTerms terms;
    private SessionView session;
    private Actor person;

    @BeforeEach
    void announced() {
        session = summer.announced();
        summer.becomes("2021-07-20");
        person = summer.somebody();
    }

    @Test
    void letsTheBodyReviewOnItsLastDayAndNotTheDayAfter() {
        var inTime = summer.handedIn(person, session);
        var late = summer.handedIn(summer.somebody(), session);

        summer.becomes("2021-07-30");
        summer.pass(REVIEWER, inTime);
        summer.becomes("2021-07-31");

        assertThat(summer.view(late).status()).isEqualTo(ApplicationStatus.SECOND_REVIEW);
        assertThat(summer.view(late).reviews()).isEmpty();
        assertThatExceptionOfType(RegistrationRefused.class)
                .isThrownBy(() -> summer.pass(REVIEWER, late))
                .returns("registration.window-closed", RegistrationRefused::code)
                .returns(CALENDAR, RegistrationRefused::source);
    }

    @Test
    void letsTheCityReviewOnTheLastDayOfPaymentAndNotTheDayAfter() {
        var inTime = summer.handedIn(person, session);
        var late = summer.handedIn(summer.somebody(), session);
        summer.pass(REVIEWER, inTime);
        summer.pass(REVIEWER, late);

        summer.becomes("2021-08-06");
        summer.pass(CITY_REVIEWER, inTime);
        summer.becomes("2021-08-07");

        assertThat(why(late)).isEqualTo(EndedWhy.NOT_REVIEWED);
        assertThat(why(inTime)).isEqualTo(EndedWhy.NOT_PAID);
    }

    @Test
    void takesACorrectionOnTheLastDayOfReviewAndNoneTheDayAfter() {
        var inTime = summer.handedIn(person, session);
        var other = summer.somebody();
        var late = summer.handedIn(other, session);
        reviews.decide(REVIEWER, inTime, summer.version(inTime), MISSING);
        reviews.decide(REVIEWER, late, summer.version(late), MISSING);

        summer.becomes("2021-07-30");
        applications.submit(person, inTime, summer.version(inTime));
        summer.becomes("2021-07-31");

        assertThat(summer.view(inTime).status()).isEqualTo(ApplicationStatus.SECOND_REVIEW);
        assertThat(why(late)).isEqualTo(EndedWhy.NOT_CORRECTED);
        assertThatExceptionOfType(RegistrationRefused.class)
                .isThrownBy(() -> applications.submit(other, late, summer.version(late)))
                .returns("registration.not-writable", RegistrationRefused::code);
    }

    @Test
    void endsWithTheOrderWhoDidNotPay() {
        var id = summer.admitted(person, session);
        summer.becomes("2021-08-06");
        assertThat(summer.view(id).status()).isEqualTo(ApplicationStatus.ADMITTED);

        summer.becomes("2021-08-07");

        assertThat(summer.order(id).status()).isEqualTo(OrderStatus.LAPSED);
        assertThat(why(id)).isEqualTo(EndedWhy.NOT_PAID);
    }

    @Test
    void givesEachOneOutcomeWhenTheClockJumpsOverAllOfThem() {
        var draft = summer.filledIn(person, session);
        var unreviewed = summer.handedIn(summer.somebody(), session);
        var unpaid = summer.admitted(summer.somebody(), session);
        var paid = summer.admitted(summer.somebody(), session);
        summer.paid(paid);

        summer.becomes("2021-09-01");
        terms.runDue(clock.now());

        assertThat(why(draft)).isEqualTo(EndedWhy.NOT_HANDED_IN);
        assertThat(why(unreviewed)).isEqualTo(EndedWhy.NOT_REVIEWED);
        assertThat(why(unpaid)).isEqualTo(EndedWhy.NOT_PAID);
        assertThat(summer.view(paid).status()).isEqualTo(ApplicationStatus.CONFIRMED);
        assertThat(terms.nextDue(clock.now())).isEmpty();
    }

    @Test
    void saysWhenTheNextTermEnds() {
        summer.handedIn(person, session);
        summer.begin(summer.somebody(), session);

        assertThat(terms.nextDue(clock.now())).contains(Instant.parse("2021-07-28T16:00:00Z"));
    }

    @Test
    void staysWithThePlaceAfterPaymentCloses() {
        var id = summer.admitted(person, session);
        summer.paid(id);
        summer.becomes("2021-08-07");

        assertThatExceptionOfType(RegistrationRefused.class)
                .isThrownBy(() -> applications.withdraw(person, id, summer.version(id), "不考了"))
                .returns("registration.window-closed", RegistrationRefused::code);
    }

    private @Nullable EndedWhy why(ApplicationId id) {
        var ended = summer.view(id).ended();
        return ended == null ? null : ended.why();
    }
}
