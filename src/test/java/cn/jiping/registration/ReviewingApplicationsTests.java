package cn.jiping.registration;

import static cn.jiping.plan.PlanFixtures.NINGBO;
import static cn.jiping.registration.RegistrationFixtures.CALENDAR;
import static cn.jiping.registration.RegistrationFixtures.CITY_REVIEWER;
import static cn.jiping.registration.RegistrationFixtures.COLLEAGUE;
import static cn.jiping.registration.RegistrationFixtures.OTHER_BODY;
import static cn.jiping.registration.RegistrationFixtures.REVIEWER;
import static cn.jiping.registration.RegistrationFixtures.cityReviewer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import cn.jiping.payment.Money;
import cn.jiping.payment.OrderStatus;
import cn.jiping.plan.SessionView;
import cn.jiping.registration.Review.Fault;
import cn.jiping.registration.Review.Ground;
import cn.jiping.registration.Review.Outcome;
import cn.jiping.registration.ReviewDraft.Found;
import cn.jiping.shared.Actor;
import cn.jiping.shared.InvalidInput;
import cn.jiping.shared.NotFound;
import cn.jiping.shared.Paging;
import cn.jiping.shared.Refusal;
import cn.jiping.shared.Source;
import cn.jiping.shared.Stale;
import cn.jiping.task.TaskQuery;
import cn.jiping.task.TaskRow;
import cn.jiping.task.Tasks;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.test.AssertablePublishedEvents;

@RegistrationTest
@SuppressWarnings("NullAway.Init") // filled before each test
class ReviewingApplicationsTests {
    private static final ReviewDraft PASS = new ReviewDraft(Outcome.PASSED, List.of(), "");
    private static final ReviewDraft UNCLEAR =
            new ReviewDraft(
                    Outcome.RETURNED,
                    List.of(new Found(Fault.UNCLEAR, Material.CERTIFICATE)),
                    "请重新拍照");
    private static final ReviewDraft TOO_EARLY =
            new ReviewDraft(
                    Outcome.REFUSED, List.of(new Found(Fault.CONDITION_NOT_MET, null)), "证书未满四年");
    private static final ApplicationFilter ALL =
            new ApplicationFilter(
                    "", null, null, null, false, ApplicationFilter.Column.SUBMITTED, false);
    private static final Paging FIRST_PAGE = new Paging(1, 20);

    @Autowired Summer summer;
    @Autowired Applications applications;
    @Autowired Reviews reviews;
    @Autowired Tasks tasks;
    @Autowired JdbcClient jdbc;
    private SessionView session;
    private Actor person;

    @BeforeEach
    void announced() {
        session = summer.announced();
        summer.becomes("2021-07-20");
        person = summer.somebody();
    }

    @Test
    void leadsToAnOrderOfTheWholeFeeUntilPaymentCloses(AssertablePublishedEvents events) {
        var id = summer.admitted(person, session);

        var order = summer.order(id);
        assertThat(order.terms().total()).isEqualTo(Money.ofYuan(695));
        assertThat(order.terms().term().payUntil()).isEqualTo("2021-08-06");
        assertThat(order.terms().term().source()).isEqualTo(CALENDAR);
        assertThat(summer.view(id).reviews())
                .extracting(review -> review.by().name())
                .containsExactly("林知夏", "顾明轩");
        assertThat(events.ofType(RegistrationEvent.Admitted.class)).hasSize(1);
    }

    @Test
    void confirmsWhoPaidAndOnlyOnce(AssertablePublishedEvents events) {
        var id = summer.admitted(person, session);

        summer.paid(id);
        summer.paid(id);

        assertThat(summer.view(id).status()).isEqualTo(ApplicationStatus.CONFIRMED);
        assertThat(events.ofType(RegistrationEvent.Confirmed.class)).hasSize(1);
    }

    @Test
    void takesTheOrderBackFromWhoWithdraws() {
        var id = summer.admitted(person, session);

        applications.withdraw(person, id, summer.version(id), "因病不能参加");

        assertThat(summer.order(id).status()).isEqualTo(OrderStatus.CANCELLED);
        assertThat(summer.view(id).status()).isEqualTo(ApplicationStatus.WITHDRAWN);
    }

    @Test
    void doesNotTakeAnotherReasonForTheOneGivenBefore() {
        var id = summer.handedIn(person, session);
        var seen = summer.version(id);
        reviews.decide(REVIEWER, id, seen, UNCLEAR);

        reviews.decide(REVIEWER, id, seen, UNCLEAR);

        var other = new ReviewDraft(UNCLEAR.outcome(), UNCLEAR.found(), "编号看不清");
        assertThatExceptionOfType(Stale.class)
                .isThrownBy(() -> reviews.decide(REVIEWER, id, seen, other));
        assertThat(summer.view(id).reviews()).hasSize(1);
    }

    @Test
    void asksForMoreOnceWithReasonAndClause(AssertablePublishedEvents events) {
        var id = summer.handedIn(person, session);

        reviews.decide(REVIEWER, id, summer.version(id), UNCLEAR);

        var review = summer.view(id).reviews().getFirst();
        assertThat(review.note()).isEqualTo("请重新拍照");
        assertThat(review.grounds())
                .singleElement()
                .returns(Fault.UNCLEAR, Ground::fault)
                .returns(Material.CERTIFICATE, Ground::material)
                .satisfies(
                        ground -> assertThat(ground.source()).isInstanceOf(Source.Practice.class));
        assertThat(summer.view(id).due()).isEqualTo(new Term(LocalDate.of(2021, 7, 30), CALENDAR));
        applications.submit(person, id, summer.version(id));
        assertThat(summer.view(id).status()).isEqualTo(ApplicationStatus.FIRST_REVIEW);
        assertRefused(
                "returned-already",
                () -> reviews.decide(REVIEWER, id, summer.version(id), UNCLEAR));
        assertThat(events.ofType(RegistrationEvent.Returned.class)).hasSize(1);
    }

    @Test
    void refusesWithTheClauseOfTheCondition() {
        var id = summer.handedIn(person, session);

        reviews.decide(REVIEWER, id, summer.version(id), TOO_EARLY);

        assertThat(summer.view(id).status()).isEqualTo(ApplicationStatus.REFUSED);
        assertThat(summer.view(id).ended())
                .returns(EndedWhy.REFUSED, ended -> ended == null ? null : ended.why())
                .returns("证书未满四年", ended -> ended == null ? null : ended.note());
    }

    @Test
    void wantsGroundsThatFitTheOutcome() {
        var id = summer.handedIn(person, session);
        var seen = summer.version(id);

        assertInvalid(id, seen, Outcome.REFUSED, List.of());
        assertInvalid(id, seen, Outcome.PASSED, List.of(new Found(Fault.MISSING, Material.PHOTO)));
        assertInvalid(
                id, seen, Outcome.RETURNED, List.of(new Found(Fault.CONDITION_NOT_MET, null)));
        assertInvalid(
                id,
                seen,
                Outcome.RETURNED,
                List.of(new Found(Fault.MISSING, Material.TITLE_CERTIFICATE)));
        assertThat(summer.version(id)).isEqualTo(seen);
    }

    private void assertInvalid(ApplicationId id, int seen, Outcome outcome, List<Found> found) {
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() ->
                        reviews.decide(REVIEWER, id, seen, new ReviewDraft(outcome, found, "")));
    }

    @Test
    void countsOnceHoweverOftenItIsPressed() {
        var id = summer.handedIn(person, session);
        var seen = summer.version(id);

        reviews.decide(REVIEWER, id, seen, PASS);
        reviews.decide(REVIEWER, id, seen, PASS);

        assertThat(summer.view(id).reviews()).hasSize(1);
    }

    @Test
    void hasOneOutcomeWhenTwoDecideTogether() throws Exception {
        var id = summer.handedIn(person, session);
        var seen = summer.version(id);
        var said = new ArrayList<String>();

        try (var pool = Executors.newFixedThreadPool(2)) {
            var both =
                    pool.invokeAll(
                            List.<Callable<String>>of(
                                    () -> outcome(REVIEWER, id, seen, PASS),
                                    () -> outcome(COLLEAGUE, id, seen, TOO_EARLY)));
            for (var one : both) {
                said.add(one.get());
            }
        }

        assertThat(said).contains("decided").doesNotHaveDuplicates();
        assertThat(summer.view(id).reviews()).hasSize(1);
    }

    private String outcome(Actor reviewer, ApplicationId id, int seen, ReviewDraft draft) {
        try {
            reviews.decide(reviewer, id, seen, draft);
            return "decided";
        } catch (Stale | Refusal _) {
            return "told";
        }
    }

    @Test
    void isLeftToWhoeverTookItInHandUntilAColleagueTakesItOver() {
        var id = summer.handedIn(person, session);
        reviews.take(REVIEWER, id, summer.version(id));
        reviews.take(REVIEWER, id, 0);

        assertRefused(
                "in-other-hands", () -> reviews.decide(COLLEAGUE, id, summer.version(id), PASS));
        assertThatExceptionOfType(Stale.class).isThrownBy(() -> reviews.take(COLLEAGUE, id, 0));
        reviews.take(COLLEAGUE, id, summer.version(id));
        reviews.release(REVIEWER, id);
        reviews.decide(COLLEAGUE, id, summer.version(id), PASS);

        assertThat(summer.view(id).reviews().getFirst().by().name()).isEqualTo("方如许");
    }

    @Test
    void leadsToTheOldestCaseNobodyElseHasInHand() {
        var first = summer.handedIn(person, session);
        var second = summer.handedIn(summer.somebody(), session);
        var third = summer.handedIn(summer.somebody(), session);
        reviews.take(COLLEAGUE, second, summer.version(second));

        assertThat(reviews.next(REVIEWER, first)).contains(third);
        assertThat(reviews.next(COLLEAGUE, first)).contains(second);
        assertThat(reviews.next(CITY_REVIEWER, first)).isEmpty();
        assertThat(reviews.waiting(REVIEWER, session.id())).isEqualTo(3);
        assertThat(reviews.waiting(CITY_REVIEWER, null)).isZero();
    }

    @Test
    void isNoBusinessOfOtherBodiesCitiesAndRoles() {
        var id = summer.handedIn(person, session);
        var neighbour = cityReviewer("沈同川", NINGBO);

        for (var stranger : List.of(OTHER_BODY, neighbour)) {
            assertNotFound(() -> reviews.find(stranger, id));
            assertNotFound(() -> reviews.take(stranger, id, 0));
            assertNotFound(() -> reviews.decide(stranger, id, 0, PASS));
            assertThat(reviews.list(stranger, ALL, FIRST_PAGE).total()).isZero();
            assertThat(reviews.sessions(stranger)).isEmpty();
        }
        assertNotFound(() -> reviews.decide(person, id, summer.version(id), PASS));
        assertThat(reviews.list(REVIEWER, ALL, FIRST_PAGE).rows())
                .extracting(ApplicationRow::id)
                .containsExactly(id);
        assertRefused(
                "not-for-review",
                () -> reviews.decide(CITY_REVIEWER, id, summer.version(id), PASS));
    }

    @Test
    void waitsAsOneTaskForTheBodyAndOneForTheCity() {
        var id = summer.handedIn(person, session);
        summer.handedIn(summer.somebody(), session);
        assertThat(titles(REVIEWER)).containsExactly("杭州市：“" + title() + "”资格初审");
        assertThat(titles(CITY_REVIEWER)).isEmpty();

        summer.pass(REVIEWER, id);

        assertThat(titles(CITY_REVIEWER)).containsExactly("杭州市：“" + title() + "”资格复审");
        summer.becomes("2021-07-31");
        assertThat(titles(REVIEWER)).isEmpty();
    }

    private String title() {
        return session.heading().title();
    }

    @Test
    void tellsTheCandidateToCorrectAsATask() {
        var id = summer.handedIn(person, session);

        reviews.decide(REVIEWER, id, summer.version(id), UNCLEAR);
        assertThat(titles(person)).containsExactly(title() + "：补正报名材料");

        applications.submit(person, id, summer.version(id));
        assertThat(titles(person)).isEmpty();
    }

    private List<String> titles(Actor actor) {
        return tasks.inbox(actor, TaskQuery.of(TaskQuery.View.WAITING), FIRST_PAGE).rows().stream()
                .map(TaskRow::title)
                .toList();
    }

    @Test
    void keepsWhatWasDecidedForGood() {
        var id = summer.handedIn(person, session);
        summer.pass(REVIEWER, id);

        assertThatExceptionOfType(DataAccessException.class)
                .isThrownBy(() -> jdbc.sql("delete from registration.review").update());
        assertThatExceptionOfType(DataAccessException.class)
                .isThrownBy(() ->
                        jdbc.sql("update registration.review set outcome = 'REFUSED'").update());
    }

    private static void assertNotFound(ThrowingCallable step) {
        assertThatExceptionOfType(NotFound.class).isThrownBy(step);
    }

    private static void assertRefused(String code, ThrowingCallable step) {
        assertThatExceptionOfType(RegistrationRefused.class)
                .isThrownBy(step)
                .returns("registration." + code, RegistrationRefused::code);
    }
}
