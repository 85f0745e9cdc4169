package cn.jiping.certificate;

import static cn.jiping.plan.PlanFixtures.CITY;
import static cn.jiping.plan.PlanFixtures.HANGZHOU;
import static cn.jiping.score.Marking.READER;
import static cn.jiping.score.Marking.RELEASER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import cn.jiping.clock.BusinessClock;
import cn.jiping.exam.Arrangements;
import cn.jiping.exam.Entry;
import cn.jiping.exam.GroupMeasure;
import cn.jiping.exam.SmallGroups;
import cn.jiping.exam.Subject;
import cn.jiping.plan.ExamSessions;
import cn.jiping.plan.SessionId;
import cn.jiping.plan.SessionView;
import cn.jiping.registration.ApplicationId;
import cn.jiping.registration.RegistrationEvent;
import cn.jiping.registration.RegistrationTest;
import cn.jiping.registration.Summer;
import cn.jiping.score.Marking;
import cn.jiping.score.ResultView;
import cn.jiping.score.ScoreRefused;
import cn.jiping.score.Scores;
import cn.jiping.shared.Actor;
import cn.jiping.shared.Ids;
import cn.jiping.shared.PersonId;
import cn.jiping.shared.Refusal;
import cn.jiping.shared.SkillLevel;
import cn.jiping.testing.PagesAs;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.context.WebApplicationContext;

/** The only welder of Hangzhou is moved to 30 October 2021; ten guards are examined on the 23rd. */
@RegistrationTest
@SuppressWarnings("NullAway.Init") // filled before each test
class ExaminedOnAnotherDayTests {
    @Autowired Summer summer;
    @Autowired ExamSessions sessions;
    @Autowired ApplicationEventPublisher events;
    @Autowired TransactionTemplate transaction;
    @Autowired BusinessClock clock;
    @Autowired Arrangements arrangements;
    @Autowired SmallGroups groups;
    @Autowired Scores scores;
    @Autowired Certificates certificates;
    @Autowired WebApplicationContext web;
    @Autowired JdbcClient jdbc;
    private Marking marking;
    private SessionView october;
    private Actor welder;
    private ApplicationId application;
    private SessionId another;

    @BeforeEach
    void movedToTheThirtieth() {
        marking = new Marking(web);
        jdbc.sql("update payment.payment_order set status = 'LAPSED' where status = 'OPEN'")
                .update();
        jdbc.sql("delete from exam.final_numbers").update();
        jdbc.sql("delete from exam.city_due").update();
        october = summer.announced();
        summer.becomes("2021-07-20");
        welder = summer.somebody();
        application = summer.admitted(welder, october);
        summer.paid(application);
        Stream.generate(Ids::next).limit(10).map(this::guard).forEach(this::enter);
        summer.becomes("2021-08-07");
        var group = groups.list(RELEASER, october.id()).getFirst();
        groups.decide(
                RELEASER,
                october.id(),
                group.id(),
                new GroupMeasure.Move(LocalDate.of(2021, 10, 30)),
                "改期",
                group.version());
        another = sessions.onOtherDays(october.id()).getFirst().id();
        summer.becomes("2021-08-09");
    }

    private Entry guard(UUID id) {
        return new Entry(
                october.id(),
                id,
                PersonId.next(),
                "周启明",
                new Entry.City(HANGZHOU, "杭州市"),
                "保安员",
                SkillLevel.SENIOR_TECHNICIAN,
                Set.of(Subject.values()));
    }

    private void enter(Entry entry) {
        arrangements.enter(Actor.program("test"), entry);
    }

    private PersonId person() {
        return Objects.requireNonNull(welder.person());
    }

    private String page(String address) {
        return new String(
                PagesAs.actor(web, welder)
                        .get()
                        .uri(address)
                        .exchange()
                        .getResponse()
                        .getContentAsByteArray(),
                StandardCharsets.UTF_8);
    }

    @Test
    void isPublishedApartFromTheOthersAndEndsWithACertificate() throws IOException {
        marking.seat(another);
        marking.seat(october.id());
        summer.becomes("2021-10-29");
        assertThatExceptionOfType(ScoreRefused.class)
                .isThrownBy(() -> marking.readIn(another, 60, 75, 80))
                .returns("score.before-exam", Refusal::code);
        summer.becomes("2021-10-30");
        marking.readIn(another, 60, 75, 80);
        summer.becomes("2021-11-20");

        marking.release(another);

        assertThat(scores.published(RELEASER, another)).hasSize(1);
        assertThat(scores.published(RELEASER, october.id())).isEmpty();
        assertThat(scores.listOf(welder, person()))
                .singleElement()
                .returns(another, ResultView::session)
                .returns(true, ResultView::passed);
        await().atMost(Duration.ofSeconds(30))
                .until(() -> !certificates.listOf(welder, person()).isEmpty());
        assertThat(certificates.listOf(welder, person())).hasSize(1);
        assertThat(scores.template(READER, october.id(), HANGZHOU)).hasSize(10);
    }

    @Test
    void isOneJourneyOnTheCandidatesPages() {
        marking.seat(another);
        assertThat(page("/my/applications/" + application))
                .contains("您的考试改到2021年10月30日", "2021年10月25日 至 2021年10月30日", "2021年8月14日");
        assertThat(page("/my/tickets"))
                .contains("（改期10月30日）", "2021年10月25日")
                .doesNotContain("/my/tickets/" + another);

        summer.becomes("2021-10-25");

        assertThat(page("/my/tickets")).contains("/my/tickets/" + another + "/" + application);
        assertThat(page("/my/tickets/" + another + "/" + application))
                .contains("2021-10-30 08:30", "2110303301");
        assertThat(page("/my/applications/" + application)).doesNotContain("考试结果");
        assertThat(page("/my/applications/new?session=" + another)).contains("已于");
    }

    @Test
    void endsWithTheRegistration() {
        marking.seat(another);

        var about = summer.view(application).about();
        var gone =
                new RegistrationEvent.ApplicationRef(
                        october.id(), application, person(), HANGZHOU, about.place().body());
        transaction.executeWithoutResult(
                _ -> events.publishEvent(new RegistrationEvent.Withdrawn(gone, clock.now())));

        assertThat(arrangements.seats(CITY, another, HANGZHOU)).isEmpty();
        assertThat(arrangements.listOf(welder, person())).isEmpty();
        assertThat(page("/my/tickets")).doesNotContain("改期");
    }
}
