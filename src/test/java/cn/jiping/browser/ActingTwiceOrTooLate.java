package cn.jiping.browser;

import static cn.jiping.person.PersonFixtures.residentId;
import static org.assertj.core.api.Assertions.assertThat;

import cn.jiping.account.DemoAccounts;
import cn.jiping.clock.BusinessClock;
import cn.jiping.clock.SetBack;
import cn.jiping.payment.OrderId;
import cn.jiping.payment.Payments;
import cn.jiping.person.Persons;
import cn.jiping.plan.SessionId;
import cn.jiping.registration.ApplicationId;
import cn.jiping.registration.ApplicationView;
import cn.jiping.registration.Applications;
import cn.jiping.shared.Actor;
import cn.jiping.shared.PersonId;
import cn.jiping.shared.Role;
import cn.jiping.testing.TestDatabase;
import cn.jiping.testing.Together;
import cn.jiping.testing.WebClient;
import cn.jiping.testing.WebClient.Page;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
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
 *       small group decided twice: {@code exam.DecidingOnSmallGroupsTests}
 *   <li>a certificate issued twice or by sixteen at once: {@code
 *       certificate.IssuingCertificatesTests}; one file of scores read in twice: {@code
 *       score.ReadingScoresInTests}
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
abstract class ActingTwiceOrTooLate {
    private static final LocalDateTime IN_JULY = LocalDateTime.of(2021, 7, 20, 9, 0);
    private static final String PHONE = "13900005177";
    private static final LocalDate BORN = LocalDate.of(1985, 3, 12);
    static final Actor PROGRAM = Actor.program("test");

    @Autowired ConfigurableApplicationContext context;
    @Autowired Applications applications;
    @Autowired Payments payments;
    @Autowired Persons persons;
    @Autowired JdbcClient jdbc;
    @LocalServerPort int port;
    Matters matters;
    SeasonMatters season;
    WebClient welder;
    WebClient elsewhere;
    PersonId person;
    SessionId session;

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

    WebClient as(Role role) {
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

    static List<Page> twice(WebClient client, String path, String... form) {
        return Together.both(() -> client.post(path, form), () -> client.post(path, form));
    }

    static void bothLedTo(String where, List<Page> pages) {
        assertThat(pages)
                .extracting(page -> page.status() + " " + page.location())
                .containsOnly("302 " + where);
    }

    ApplicationView view(ApplicationId id) {
        return season.applicants().view(id);
    }

    String version(ApplicationId id) {
        return String.valueOf(view(id).version());
    }

    static String mine(ApplicationId id) {
        return "/my/applications/" + id;
    }

    long acts(String code, Object subject) {
        return jdbc.sql("select count(*) from audit.act where code = :code and subject_id = :id")
                .param("code", code)
                .param("id", subject.toString())
                .query(Long.class)
                .single();
    }

    Page handIn(ApplicationId id, String seen) {
        return welder.post(mine(id) + "/submission", "version", seen, "promised", "true");
    }
}
