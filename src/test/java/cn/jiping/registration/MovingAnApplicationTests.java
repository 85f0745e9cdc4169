package cn.jiping.registration;

import static cn.jiping.registration.RegistrationFixtures.CALENDAR;
import static cn.jiping.registration.RegistrationFixtures.CITY_REVIEWER;
import static cn.jiping.registration.RegistrationFixtures.COLLEAGUE;
import static cn.jiping.registration.RegistrationFixtures.JULY;
import static cn.jiping.registration.RegistrationFixtures.REVIEWER;
import static cn.jiping.registration.RegistrationFixtures.TERMS;
import static cn.jiping.registration.RegistrationFixtures.begun;
import static cn.jiping.registration.RegistrationFixtures.handedIn;
import static cn.jiping.registration.RegistrationFixtures.review;
import static cn.jiping.registration.RegistrationFixtures.submission;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import cn.jiping.registration.Review.Outcome;
import cn.jiping.shared.Signature;
import java.time.Instant;
import java.time.LocalDate;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class MovingAnApplicationTests {
    private static final Instant REGISTRATION_ENDS = Instant.parse("2021-07-28T16:00:00Z");
    private static final Instant REVIEW_ENDS = Instant.parse("2021-07-30T16:00:00Z");
    private static final Instant PAYMENT_ENDS = Instant.parse("2021-08-06T16:00:00Z");

    @Test
    void goesFromDraftOverBothReviewsToItsConfirmation() {
        var application = handedIn();
        assertThat(application.status()).isEqualTo(ApplicationStatus.FIRST_REVIEW);

        application.review(review(ReviewStage.FIRST, Outcome.PASSED, REVIEWER), TERMS);
        application.review(review(ReviewStage.SECOND, Outcome.PASSED, CITY_REVIEWER), TERMS);
        assertThat(application.status()).isEqualTo(ApplicationStatus.ADMITTED);

        assertThat(application.confirm(TERMS)).isTrue();
        assertThat(application.confirm(TERMS)).isFalse();
        assertThat(application.status()).isEqualTo(ApplicationStatus.CONFIRMED);
        assertThat(application.progress().reviews()).hasSize(2);
    }

    @Test
    void hasTheTermOfTheStepItWaitsFor() {
        assertThat(begun().progress().due())
                .isEqualTo(new Term(LocalDate.of(2021, 7, 28), CALENDAR));
        var application = handedIn();
        assertThat(application.progress().due())
                .isEqualTo(new Term(LocalDate.of(2021, 7, 30), CALENDAR));

        application.review(review(ReviewStage.FIRST, Outcome.PASSED, REVIEWER), TERMS);

        assertThat(application.progress().due())
                .returns(LocalDate.of(2021, 8, 6), due -> due == null ? null : due.until());
    }

    @Test
    void comesBackToWhoeverAskedForMoreAndOnlyOnce() {
        var application = handedIn();
        application.review(review(ReviewStage.FIRST, Outcome.PASSED, REVIEWER), TERMS);
        application.review(review(ReviewStage.SECOND, Outcome.RETURNED, CITY_REVIEWER), TERMS);
        assertThat(application.status()).isEqualTo(ApplicationStatus.RETURNED);

        application.submit(submission(application), TERMS);

        assertThat(application.status()).isEqualTo(ApplicationStatus.SECOND_REVIEW);
        assertRefused(
                "returned-already",
                () ->
                        application.review(
                                review(ReviewStage.SECOND, Outcome.RETURNED, CITY_REVIEWER),
                                TERMS));
    }

    @Test
    void mayBeTakenBackUntilSomebodyLooksAtIt() {
        var application = handedIn();
        application.takeBack(TERMS);
        assertThat(application.status()).isEqualTo(ApplicationStatus.DRAFT);
        assertThat(application.progress().submission()).isNull();

        application.submit(submission(application), TERMS);
        application.take(ReviewStage.FIRST, Signature.of(REVIEWER, JULY));

        assertRefused("not-to-take-back", () -> application.takeBack(TERMS));
    }

    @Test
    void isReviewedOnlyByWhoeverHasItInHand() {
        var application = handedIn();
        application.take(ReviewStage.FIRST, Signature.of(REVIEWER, JULY));

        assertRefused(
                "in-other-hands",
                () ->
                        application.review(
                                review(ReviewStage.FIRST, Outcome.PASSED, COLLEAGUE), TERMS));
        application.review(review(ReviewStage.FIRST, Outcome.PASSED, REVIEWER), TERMS);
        assertThat(application.progress().inHand()).isNull();
    }

    @Test
    void isNotReviewedTwiceByTheSameHand() {
        var application = handedIn();
        application.review(review(ReviewStage.FIRST, Outcome.PASSED, REVIEWER), TERMS);

        assertRefused(
                "same-reviewer",
                () ->
                        application.review(
                                review(ReviewStage.SECOND, Outcome.PASSED, REVIEWER), TERMS));
    }

    @Test
    void isNotReviewedOutOfItsTurnNorAfterItsEnd() {
        var application = handedIn();
        var second = review(ReviewStage.SECOND, Outcome.PASSED, CITY_REVIEWER);
        assertRefused("not-for-review", () -> application.review(second, TERMS));

        application.review(review(ReviewStage.FIRST, Outcome.REFUSED, REVIEWER), TERMS);

        assertRefused("not-for-review", () -> application.review(second, TERMS));
        assertRefused("ended", () -> application.withdraw("不考了", JULY, TERMS));
        assertRefused("not-writable", () -> application.write(ApplicationForm.empty()));
        assertThat(application.progress().ending())
                .returns(EndedWhy.REFUSED, ending -> ending == null ? null : ending.why());
    }

    @Test
    void lapsesAtTheEndOfItsTermAndNoInstantBefore() {
        var application = begun();

        assertThat(application.expire(REGISTRATION_ENDS.minusMillis(1), TERMS)).isFalse();
        assertThat(application.expire(REGISTRATION_ENDS, TERMS)).isTrue();
        assertThat(application.status()).isEqualTo(ApplicationStatus.LAPSED);
        assertThat(application.expire(REGISTRATION_ENDS, TERMS)).isFalse();
    }

    @Test
    void goesOnToTheCityWhereTheBodyDidNotReview() {
        var application = handedIn();

        assertThat(application.expire(REVIEW_ENDS, TERMS)).isTrue();
        assertThat(application.status()).isEqualTo(ApplicationStatus.SECOND_REVIEW);
        assertThat(application.expire(REVIEW_ENDS, TERMS)).isFalse();

        assertThat(application.expire(PAYMENT_ENDS, TERMS)).isTrue();
        assertThat(application.progress().ending())
                .returns(EndedWhy.NOT_REVIEWED, ending -> ending == null ? null : ending.why());
    }

    @Test
    void lapsesUnpaidOnlyWhileItWaitsForPayment() {
        var application = handedIn();
        assertThat(application.lapseUnpaid(PAYMENT_ENDS, TERMS)).isFalse();
        application.review(review(ReviewStage.FIRST, Outcome.PASSED, REVIEWER), TERMS);
        application.review(review(ReviewStage.SECOND, Outcome.PASSED, CITY_REVIEWER), TERMS);

        assertThat(application.lapseUnpaid(PAYMENT_ENDS, TERMS)).isTrue();

        assertThat(application.confirm(TERMS)).isFalse();
        assertThat(application.status()).isEqualTo(ApplicationStatus.LAPSED);
    }

    private static void assertRefused(String code, ThrowingCallable step) {
        assertThatExceptionOfType(RegistrationRefused.class)
                .isThrownBy(step)
                .returns("registration." + code, RegistrationRefused::code);
    }
}
