package cn.jiping.browser;

import static cn.jiping.person.PersonFixtures.residentId;
import static org.assertj.core.api.Assertions.assertThat;

import cn.jiping.account.DemoAccounts;
import cn.jiping.certificate.CertificateRow;
import cn.jiping.certificate.Certificates;
import cn.jiping.clock.BusinessClock;
import cn.jiping.clock.SetBack;
import cn.jiping.database.Columns;
import cn.jiping.exam.Arrangements;
import cn.jiping.exam.NineOthers;
import cn.jiping.payment.OrderId;
import cn.jiping.payment.OrderStatus;
import cn.jiping.payment.Payments;
import cn.jiping.person.Persons;
import cn.jiping.plan.ExamSessions;
import cn.jiping.plan.SessionId;
import cn.jiping.registration.ApplicationId;
import cn.jiping.registration.ApplicationStatus;
import cn.jiping.registration.ApplicationView;
import cn.jiping.registration.Applications;
import cn.jiping.registration.Review;
import cn.jiping.registration.ReviewDraft;
import cn.jiping.registration.Reviews;
import cn.jiping.shared.AccountId;
import cn.jiping.shared.Actor;
import cn.jiping.shared.PersonId;
import cn.jiping.shared.Role;
import cn.jiping.shared.Scope;
import cn.jiping.shared.Stale;
import cn.jiping.testing.TestDatabase;
import cn.jiping.testing.WebClient;
import cn.jiping.testing.WebClient.Page;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ActiveProfiles;

/**
 * Two clicks, the back button, a stale page, two at one case and a clock that jumps: each has one
 * clear outcome. Sent as a browser sends it, two at a time where they meet. What meets elsewhere is
 * kept where it belongs:
 *
 * <ul>
 *   <li>a call-back before its order, twice, late, forged or for another amount: {@code
 *       payment.TakingPaymentsTests}, over HTTP {@code payment.UsingThePaymentPagesTests}, at the
 *       page {@link PayingInTheBrowserTests}
 *   <li>a case that a colleague has in hand: {@code registration.ReviewingApplicationsTests}, on
 *       the page {@code registration.UsingReviewPagesTests}
 *   <li>an incident sent twice or corrected by two: {@code exam.RecordingIncidentsTests}; a sign-in
 *       twice: {@code exam.SigningInTests}
 *   <li>a city arranged by two, a late comer entered twice: {@code exam.ArrangingCitiesTests}; a
 *       small group decided twice: {@code exam.HandlingSmallGroupsTests}
 *   <li>a certificate issued twice or by sixteen at once: {@code
 *       certificate.IssuingCertificatesTests}; one file of scores read in twice: {@code
 *       score.PublishingScoresTests}
 *   <li>a task that two take or do: {@code task.DoingTasksTests}; a session announced twice: {@code
 *       plan.OpeningASessionTests}
 *   <li>program and database killed in the middle: {@code faults.KillingASeasonTests}
 * </ul>
 */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "jiping.clock.start=2021-07-01T09:00:00")
@ActiveProfiles("demo")
@Import(TestDatabase.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway.Init") // filled before the first test
class ActingTwiceOrTooLateTests {
    private static final LocalDateTime IN_JULY = LocalDateTime.of(2021, 7, 20, 9, 0);
    private static final String PHONE = "13900005177";
    private static final LocalDate BORN = LocalDate.of(1985, 3, 12);
    private static final Actor PROGRAM = Actor.program("test");
    private static final Actor COLLEAGUE =
            new Actor(
                    AccountId.next(),
                    PersonId.next(),
                    "方如许",
                    Role.BODY_ELIGIBILITY_REVIEWER,
                    "",
                    Scope.ofBody(DemoAccounts.BODY),
                    "test");
    private static final ReviewDraft PASSED = new ReviewDraft(Review.Outcome.PASSED, List.of(), "");

    @Autowired ConfigurableApplicationContext context;
    @Autowired Applications applications;
    @Autowired Reviews reviews;
    @Autowired Payments payments;
    @Autowired Certificates certificates;
    @Autowired Persons persons;
    @Autowired JdbcClient jdbc;
    @LocalServerPort int port;
    private Matters matters;
    private SeasonMatters season;
    private WebClient welder;
    private WebClient elsewhere;
    private PersonId person;
    private SessionId session;

    @BeforeAll
    void theWelderSignsInAtTwoBrowsers() {
        new SignedIn(context);
        matters = new Matters(context);
        season = new SeasonMatters(matters);
        welder = byPhone();
        jdbc.sql("delete from account.code").update();
        elsewhere = byPhone();
        var document = residentId(BORN);
        welder.get("/account/identity");
        welder.post(
                "/account/identity",
                "name",
                "演示沈清和",
                "kind",
                "RESIDENT_ID",
                "number",
                document.number());
        person = persons.findByDocument(document).orElseThrow();
        elsewhere.get("/my");
    }

    private WebClient byPhone() {
        var client = new WebClient(port);
        assertThat(client.signInByPhone(PHONE).status()).isBetween(300, 399);
        client.get("/my");
        return client;
    }

    private WebClient as(Role role) {
        var account =
                context.getBean(DemoAccounts.class).list().stream()
                        .filter(one -> one.role() == role)
                        .findFirst()
                        .orElseThrow();
        var client = new WebClient(port);
        client.signIn(account.login(), Objects.requireNonNull(account.password()));
        client.get("/account/role");
        return client;
    }

    @BeforeEach
    void july() {
        session = season.registering(IN_JULY);
    }

    @AfterEach
    void beginsAgain() {
        jdbc.sql("select id from payment.payment_order where status = 'OPEN'")
                .query(UUID.class)
                .list()
                .forEach(this::cancel);
        Stream.of(
                        "registration.application_of_person",
                        "registration.application_place",
                        "registration.review_round",
                        "registration.application",
                        "exam.final_numbers",
                        "exam.city_report",
                        "exam.city_due",
                        "exam.examinee",
                        "exam.city_exam",
                        "exam.seat",
                        "task.step",
                        "task.task",
                        "plan.city_part",
                        "plan.offering",
                        "plan.session",
                        "institution.site")
                .forEach(table -> jdbc.sql("delete from " + table).update());
        SetBack.toTheStart(context.getBean(BusinessClock.class), jdbc);
    }

    private void cancel(UUID order) {
        var terms = payments.find(PROGRAM, new OrderId(order)).terms();
        payments.cancel(PROGRAM, terms.session().id(), terms.key(), "重新开始");
    }

    /** 同时: both are sent before either is answered. */
    private static <T> List<T> together(Callable<T> one, Callable<T> other) {
        try (var pool = Executors.newFixedThreadPool(2)) {
            return pool.invokeAll(List.of(one, other)).stream().map(Future::resultNow).toList();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static List<Page> twice(WebClient client, String path, String... form) {
        return together(() -> client.post(path, form), () -> client.post(path, form));
    }

    private static void bothLedTo(String where, List<Page> pages) {
        assertThat(pages)
                .extracting(page -> page.status() + " " + page.location())
                .containsOnly("302 " + where);
    }

    private ApplicationView view(ApplicationId id) {
        return season.view(id);
    }

    private String version(ApplicationId id) {
        return String.valueOf(view(id).version());
    }

    private static String mine(ApplicationId id) {
        return "/my/applications/" + id;
    }

    private long acts(String code, Object subject) {
        return jdbc.sql("select count(*) from audit.act where code = :code and subject_id = :id")
                .param("code", code)
                .param("id", subject.toString())
                .query(Long.class)
                .single();
    }

    @Test
    void twoClicksBeginOneApplication() {
        var offering =
                matters.the(ExamSessions.class).find(PROGRAM, session).offerings().getFirst().id();

        var pages =
                twice(
                        welder,
                        "/my/applications",
                        "session",
                        session.toString(),
                        "city",
                        "330100",
                        "offering",
                        offering.toString(),
                        "clientKey",
                        "two-clicks");

        var begun = applications.listOf(PROGRAM, person);
        assertThat(begun).hasSize(1);
        bothLedTo(mine(begun.getFirst().id()) + "/form/photo", pages);
    }

    @Test
    void twoClicksHandInOnce() {
        var id = season.filledIn(session, person);

        var pages =
                twice(welder, mine(id) + "/submission", "version", version(id), "promised", "true");

        bothLedTo(mine(id), pages);
        assertThat(view(id).status()).isEqualTo(ApplicationStatus.FIRST_REVIEW);
        assertThat(acts("registration.handed-in", id)).isEqualTo(1);
    }

    @Test
    void twoClicksTakeBackAndWithdrawOnce() {
        var id = season.application(session, person);

        bothLedTo(
                mine(id) + "/check",
                twice(welder, mine(id) + "/taking-back", "version", version(id)));
        bothLedTo(
                mine(id),
                twice(
                        welder,
                        mine(id) + "/withdrawal",
                        "version",
                        version(id),
                        "reason",
                        "因病不能参加"));

        assertThat(acts("registration.taken-back", id)).isEqualTo(1);
        assertThat(acts("registration.withdrawn", id)).isEqualTo(1);
    }

    @Test
    void twoClicksTakeOneCaseInHandAndDecideItOnce() {
        var id = season.application(session, person);
        var reviewer = as(Role.BODY_ELIGIBILITY_REVIEWER);
        var here = "/body/reviews/" + id;

        bothLedTo(here, twice(reviewer, here + "/taking", "version", version(id)));
        bothLedTo(
                here,
                twice(reviewer, here + "/decision", "version", version(id), "outcome", "PASSED"));

        assertThat(view(id).reviews()).hasSize(1);
        assertThat(acts("registration.taken-in-hand", id)).isEqualTo(1);
    }

    @Test
    void twoClicksPayOnceThereAndHere() {
        var id = season.admitted(session, person);
        var order = Objects.requireNonNull(view(id).order());
        var here = "/my/payments/" + order;

        var pages = twice(welder, here + "/pay");
        var gateway = pages.getFirst().location();
        bothLedTo(gateway, pages);
        bothLedTo(here, twice(welder, gateway, "decision", "PAY", "sending", "TWICE"));

        assertThat(payments.find(PROGRAM, order).receipts()).hasSize(1);
        assertThat(view(id).status()).isEqualTo(ApplicationStatus.CONFIRMED);
        assertThat(acts("registration.confirmed", id)).isEqualTo(1);
    }

    @Test
    void twoClicksPublishOnceAndHandOneCertificateOutOnce() {
        marked();
        var here = "/authority/scores/" + session + "/330100";
        var approver = as(Role.PROVINCE_APPROVER);

        bothLedTo(here, twice(approver, here + "/release", "version", "1"));
        assertThat(acts("score.released", session)).isEqualTo(1);

        var certificate = "/authority/certificates/" + issued().id();
        bothLedTo(
                certificate,
                twice(as(Role.CITY_CLERK), certificate + "/hand-out", "seen", "0", "to", "本人"));
        assertThat(acts("certificate.handed-out", issued().id())).isEqualTo(1);
    }

    private void marked() {
        season.confirmed(session, person);
        var others = NineOthers.enter(matters.the(Arrangements.class), session);
        season.becomes(LocalDate.of(2021, 8, 9));
        season.arranged(session, season.site());
        others.leave();
        season.marked(session, LocalDate.of(2021, 11, 15), 82, 76, 60);
    }

    private CertificateRow issued() {
        var found = List.<CertificateRow>of();
        while (found.isEmpty()) {
            found = certificates.listOf(PROGRAM, person);
        }
        return found.getFirst();
    }

    @Test
    void theBackButtonAfterHandingInChangesNothing() {
        var id = season.filledIn(session, person);
        var seen = version(id);
        handIn(id, seen);
        var before = view(id);

        assertThat(handIn(id, seen).location()).isEqualTo(mine(id));
        var old = background(welder, id, seen, "宁波演示职业学院");

        assertThat(old.status()).isEqualTo(409);
        assertThat(old.text()).contains("改了什么", "待初审").doesNotContain("FIRST_REVIEW");
        assertThat(welder.get(mine(id) + "/form/background").status()).isEqualTo(404);
        assertThat(view(id)).isEqualTo(before);
    }

    private Page handIn(ApplicationId id, String seen) {
        return welder.post(mine(id) + "/submission", "version", seen, "promised", "true");
    }

    private static Page background(WebClient client, ApplicationId id, String seen, String school) {
        return client.post(
                mine(id) + "/form/background",
                "version",
                seen,
                "education",
                "VOCATIONAL_COLLEGE",
                "school",
                school,
                "major",
                "焊接技术",
                "majorMatches",
                "true",
                "enrolment",
                "GRADUATED",
                "employer",
                "杭州演示重工有限公司",
                "occupation",
                "焊工");
    }

    @Test
    void theBackButtonAfterPayingTakesNoMoneyAgain() {
        var id = season.admitted(session, person);
        var order = Objects.requireNonNull(view(id).order());
        var here = "/my/payments/" + order;
        var gateway = welder.post(here + "/pay").location();
        welder.post(gateway, "decision", "PAY");

        assertThat(welder.post(gateway, "decision", "PAY").location()).isEqualTo(here);
        var again = welder.post(here + "/pay");

        assertThat(again.status()).isEqualTo(422);
        assertThat(again.text()).contains("这个订单已经缴费");
        assertThat(payments.find(PROGRAM, order).receipts()).hasSize(1);
    }

    @Test
    void aStalePageOfAReviewerSaysWhatChangedAndWho() {
        var id = season.application(session, person);
        var seen = version(id);
        welder.post(mine(id) + "/taking-back", "version", seen);
        handIn(id, version(id));

        var decided = decide(as(Role.BODY_ELIGIBILITY_REVIEWER), id, seen);

        assertThat(decided.status()).isEqualTo(409);
        assertThat(decided.text()).contains("改了什么", "待初审", "演示沈清和");
        assertThat(view(id).reviews()).isEmpty();
    }

    private static Page decide(WebClient reviewer, ApplicationId id, String seen) {
        return reviewer.post(
                "/body/reviews/" + id + "/decision", "version", seen, "outcome", "PASSED");
    }

    @Test
    void ofTwoReviewersOneDecidesAndTheOtherIsToldWho() {
        var id = season.application(session, person);
        var seen = view(id).version();
        var reviewer = as(Role.BODY_ELIGIBILITY_REVIEWER);
        reviews.decide(COLLEAGUE, id, seen, PASSED);

        var late = decide(reviewer, id, String.valueOf(seen));

        assertThat(late.status()).isEqualTo(409);
        assertThat(late.text()).contains("改了什么", "待复审", "方如许");
        assertThat(view(id).reviews()).hasSize(1);
    }

    @Test
    void ofTwoReviewersAtOnceTheSecondIsToldWhoWasFirst() {
        var id = season.application(session, person);
        var seen = view(id).version();
        var reviewer = as(Role.BODY_ELIGIBILITY_REVIEWER);

        var said =
                together(
                        () -> decide(reviewer, id, String.valueOf(seen)).text(),
                        () -> decidedBy(COLLEAGUE, id, seen));

        var first = view(id).reviews();
        assertThat(first).hasSize(1);
        assertThat(said)
                .anyMatch(text -> text.contains(first.getFirst().by().name()))
                .anyMatch(text -> text.isEmpty());
    }

    private String decidedBy(Actor reviewer, ApplicationId id, int seen) {
        try {
            reviews.decide(reviewer, id, seen, PASSED);
            return "";
        } catch (Stale changed) {
            return String.valueOf(changed.changedBy());
        }
    }

    @Test
    void ofTwoReviewersOneTakesTheCaseAndTheOtherIsToldWho() {
        var id = season.application(session, person);
        var seen = view(id).version();
        reviews.take(COLLEAGUE, id, seen);
        var reviewer = as(Role.BODY_ELIGIBILITY_REVIEWER);

        var taking =
                reviewer.post("/body/reviews/" + id + "/taking", "version", String.valueOf(seen));
        var deciding = decide(reviewer, id, version(id));

        assertThat(taking.status()).isEqualTo(409);
        assertThat(taking.text()).contains("方如许");
        assertThat(deciding.status()).isEqualTo(422);
        assertThat(deciding.text()).contains("方如许");
    }

    @Test
    void ofTwoBrowsersTheSecondDoesNotWriteOverTheFirst() {
        var id = season.filledIn(session, person);
        var seen = version(id);

        var first = background(welder, id, seen, "宁波演示职业学院");
        var second = background(elsewhere, id, seen, "温州演示职业学院");

        assertThat(first.status()).isEqualTo(302);
        assertThat(second.status()).isEqualTo(409);
        assertThat(second.text()).contains("您在另一个窗口", "填写中");
        assertThat(Objects.requireNonNull(view(id).form().schooling()).school())
                .isEqualTo("宁波演示职业学院");
    }

    @Test
    void ofTwoBrowsersAtOnceOneWritesAndOneIsToldSo() {
        var id = season.filledIn(session, person);
        var seen = version(id);

        var said =
                together(
                        () -> background(welder, id, seen, "宁波演示职业学院").status(),
                        () -> background(elsewhere, id, seen, "温州演示职业学院").status());

        assertThat(said).containsExactlyInAnyOrder(302, 409);
        assertThat(view(id).version()).isEqualTo(Integer.parseInt(seen) + 1);
    }

    @Test
    void aClockOverAllDeadlinesEndsEachAsItsStageWants() {
        var draft = season.filledIn(session, somebody("演示周启明"));
        var unreviewed = season.application(session, somebody("演示何清如"));
        var halfReviewed = season.sentToCity(session, somebody("演示水知白"));
        var unpaid = season.admitted(session, somebody("演示吴若水"));
        var paid = season.confirmed(session, person);
        var order = Objects.requireNonNull(view(unpaid).order());

        season.becomes(LocalDate.of(2021, 10, 18));

        assertThat(why(draft)).isEqualTo("NOT_HANDED_IN");
        assertThat(why(unreviewed)).isEqualTo("NOT_REVIEWED");
        assertThat(why(halfReviewed)).isEqualTo("NOT_REVIEWED");
        assertThat(why(unpaid)).isEqualTo("NOT_PAID");
        assertThat(payments.find(PROGRAM, order).status()).isEqualTo(OrderStatus.LAPSED);
        assertThat(view(paid).status()).isEqualTo(ApplicationStatus.CONFIRMED);
        assertThat(matters.the(Arrangements.class).listOf(PROGRAM, person)).hasSize(1);
    }

    private PersonId somebody(String name) {
        return matters.person(name);
    }

    private String why(ApplicationId id) {
        var view = view(id);
        assertThat(view.status()).isEqualTo(ApplicationStatus.LAPSED);
        assertThat(acts("registration.lapsed", id)).isEqualTo(1);
        return Objects.requireNonNull(view.ended()).why().name();
    }

    @Test
    void aClockOverAllDeadlinesTellsEachOnceAndLeavesTheLateTasksOpen() {
        var draft = somebody("演示周启明");
        var unreviewed = somebody("演示何清如");
        season.filledIn(session, draft);
        season.application(session, unreviewed);
        season.confirmed(session, person);

        season.becomes(LocalDate.of(2021, 10, 18));

        assertThat(told(draft)).isEqualTo(Map.of("registration.not-handed-in", 1L));
        assertThat(told(unreviewed))
                .isEqualTo(
                        Map.of(
                                "registration.handed-in",
                                1L,
                                "registration.sent-to-city",
                                1L,
                                "registration.not-reviewed",
                                1L));
        assertThat(open())
                .containsExactlyInAnyOrder("exam-city-report 1", "exam-small-group-propose 1");
    }

    private Map<String, Long> told(PersonId who) {
        return jdbc
                .sql("select template from notice.message where owner = :owner")
                .param("owner", who.value())
                .query((row, _) -> Columns.text(row, "template"))
                .list()
                .stream()
                .collect(Collectors.groupingBy(code -> code, Collectors.counting()));
    }

    /** What waits for Hangzhou, each kind with how often. */
    private List<String> open() {
        return jdbc.sql(
                        """
                        select kind || ' ' || count(*) as waiting
                        from task.task
                        where status in ('OPEN', 'CLAIMED') and place = 'D330100'
                        group by kind
                        """)
                .query((row, _) -> Columns.text(row, "waiting"))
                .list();
    }
}
