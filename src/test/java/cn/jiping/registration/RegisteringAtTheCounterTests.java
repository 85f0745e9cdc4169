package cn.jiping.registration;

import static cn.jiping.plan.PlanFixtures.HANGZHOU;
import static cn.jiping.registration.RegistrationFixtures.CITY_REVIEWER;
import static cn.jiping.registration.RegistrationFixtures.REVIEWER;
import static cn.jiping.registration.RegistrationFixtures.candidate;
import static cn.jiping.registration.RegistrationFixtures.photo;
import static cn.jiping.registration.RegistrationFixtures.proof;
import static cn.jiping.registration.RegistrationFixtures.welder;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import cn.jiping.person.PersonFixtures;
import cn.jiping.person.PersonRefused;
import cn.jiping.person.Persons;
import cn.jiping.plan.PlanFixtures;
import cn.jiping.plan.SessionView;
import cn.jiping.shared.Actor;
import cn.jiping.shared.DivisionCode;
import cn.jiping.shared.IdentityDocument;
import cn.jiping.shared.Ids;
import cn.jiping.shared.NotFound;
import cn.jiping.shared.Paging;
import cn.jiping.shared.Role;
import cn.jiping.testing.PagesAs;
import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.web.context.WebApplicationContext;

/** 代报: somebody without a phone comes to the counter of 西湖区 in the summer of 2021. */
@RegistrationTest
@SuppressWarnings("NullAway.Init") // filled before each test
class RegisteringAtTheCounterTests {
    private static final DivisionCode XIHU = new DivisionCode("330106");
    private static final DivisionCode GONGSHU = new DivisionCode("330105");
    private static final Actor CLERK = PlanFixtures.actor("何清如", Role.COUNTY_CLERK, XIHU);
    private static final Actor NEIGHBOUR = PlanFixtures.actor("沈同川", Role.COUNTY_CLERK, GONGSHU);
    private static final ApplicationFilter ALL =
            new ApplicationFilter(
                    "", null, null, null, false, ApplicationFilter.Column.NAME, false);

    @Autowired WebApplicationContext context;
    @Autowired Summer summer;
    @Autowired CounterApplications counter;
    @Autowired Applications applications;
    @Autowired ApplicationSheets sheets;
    @Autowired Persons persons;
    @Autowired JdbcClient jdbc;
    private SessionView session;
    private IdentityDocument document;

    @BeforeEach
    void inJuly() {
        session = summer.announced();
        summer.becomes("2021-07-20");
        document = PersonFixtures.residentId(LocalDate.of(1958, 4, 9));
    }

    private CounterDraft draft(DivisionCode county, String name) {
        var welding =
                session.offerings().stream()
                        .filter(offering -> offering.occupation().equals("焊工"))
                        .findFirst()
                        .orElseThrow();
        return new CounterDraft(
                session.id(),
                welding.id(),
                county,
                new CounterDraft.Candidate(name, document, null, null),
                Ids.next().toString());
    }

    private ApplicationId begun() throws IOException {
        return counter.begin(CLERK, draft(XIHU, "钱长根"), proof());
    }

    private ApplicationId handedIn() throws IOException {
        var id = begun();
        applications.write(CLERK, id, summer.version(id), welder());
        for (var what : List.of(Material.PHOTO, Material.CERTIFICATE, Material.YEARS_PROOF)) {
            applications.attach(CLERK, id, summer.version(id), what, photo());
        }
        applications.submit(CLERK, id, summer.version(id));
        return id;
    }

    @Test
    void saysWhoDidItWhereAndOnWhichConsent() throws IOException {
        var about = summer.view(begun()).about();

        var made = Objects.requireNonNull(about.counter());
        assertThat(made.county()).isEqualTo(XIHU);
        assertThat(made.countyName()).isEqualTo("西湖区");
        assertThat(made.by().name()).isEqualTo("何清如");
        assertThat(made.consentText()).isEqualTo("1");
        assertThat(about.place().city()).isEqualTo(HANGZHOU);
        assertThat(about.name()).isEqualTo("钱长根");
    }

    @Test
    void findsSomebodyByTheirDocument() throws IOException {
        var known = persons.register(Actor.program("test"), PersonFixtures.draft("钱长根", document));

        assertThat(summer.view(begun()).about().person()).isEqualTo(known);
        assertThatExceptionOfType(PersonRefused.class)
                .isThrownBy(() -> counter.begin(CLERK, draft(XIHU, "别人"), proof()));
    }

    @Test
    void beginsOnceHoweverOftenItIsSent() throws IOException {
        var draft = draft(XIHU, "钱长根");
        var id = counter.begin(CLERK, draft, proof());

        assertThat(counter.begin(CLERK, draft, proof())).isEqualTo(id);
        assertThatExceptionOfType(RegistrationRefused.class)
                .isThrownBy(this::begun)
                .returns("registration.already-applied", RegistrationRefused::code);
    }

    @Test
    void goesTheSameWayAndIsSeenByThePersonLater() throws IOException {
        var id = handedIn();
        summer.pass(REVIEWER, id);
        summer.pass(CITY_REVIEWER, id);

        var person = candidate(summer.view(id).about().person());
        var seen = applications.listOf(person, Objects.requireNonNull(person.person()));
        assertThat(seen).hasSize(1);
        assertThat(seen.getFirst().status()).isEqualTo(ApplicationStatus.ADMITTED);
        assertThat(seen.getFirst().about().counter()).isNotNull();
    }

    @Test
    void isRecordedInTheNameOfTheClerk() throws IOException {
        var id = handedIn();

        var hands =
                jdbc.sql(
                                """
                                select distinct actor_account from audit.act
                                where subject_type = 'application' and subject_id = :id
                                """)
                        .param("id", id.toString())
                        .query(UUID.class)
                        .list();
        assertThat(hands).containsExactly(CLERK.requireAccount().value());
    }

    @Test
    void isListedAtItsOwnCounter() throws IOException {
        begun();

        assertThat(counter.list(CLERK, ALL, Paging.within(1, 20)).rows()).hasSize(1);
        assertThat(counter.list(NEIGHBOUR, ALL, Paging.within(1, 20)).rows()).isEmpty();
    }

    @Test
    void isOfTheOwnCountyOnly() throws IOException {
        var id = handedIn();
        var reviewer = PlanFixtures.actor("方如许", Role.COUNTY_REVIEWER, XIHU);

        nobodys(() -> counter.begin(CLERK, draft(GONGSHU, "钱长根"), proof()));
        nobodys(() -> counter.begin(reviewer, draft(XIHU, "钱长根"), proof()));
        nobodys(() -> applications.find(NEIGHBOUR, id));
        nobodys(() -> applications.write(NEIGHBOUR, id, 5, welder()));
        nobodys(() -> applications.takeBack(NEIGHBOUR, id, 5));
        nobodys(() -> applications.takeBack(reviewer, id, 5));
        nobodys(() -> counter.pay(NEIGHBOUR, id, "/"));
        nobodys(() -> sheets.print(NEIGHBOUR, id));
    }

    private static void nobodys(ThrowingCallable act) {
        assertThatExceptionOfType(NotFound.class).isThrownBy(act);
    }

    @Test
    void doesNotOpenApplicationsMadeElsewhere() {
        var id = summer.handedIn(summer.somebody(), session);

        nobodys(() -> applications.find(CLERK, id));
        nobodys(() -> applications.withdraw(CLERK, id, 5, "x"));
    }

    @Test
    void givesTheCounterATaskInsteadOfAMessage() throws IOException {
        var id = handedIn();
        summer.pass(REVIEWER, id);
        summer.pass(CITY_REVIEWER, id);

        await().atMost(Duration.ofSeconds(30)).until(() -> tasks(id) == 1);
        var sent =
                jdbc.sql(
                                """
                                select count(*) from notice.delivery d
                                join notice.message m on m.id = d.message_id
                                where m.subject_id = :id
                                """)
                        .param("id", id.toString())
                        .query(Long.class)
                        .single();
        assertThat(sent).isZero();
    }

    private long tasks(ApplicationId id) {
        return jdbc.sql(
                        """
                        select count(*) from task.task
                        where kind = 'registration-tell' and subject_id = :id
                        """)
                .param("id", id.toString())
                .query(Long.class)
                .single();
    }

    @Test
    void goesOnOnItsOwnPages() throws IOException {
        var id = handedIn();
        var pages = PagesAs.actor(context, CLERK);
        var base = "/authority/counter";

        assertThat(pages.get().uri(base)).bodyText().contains("钱长根", "待初审");
        assertThat(pages.get().uri(base + "/new")).bodyText().contains("同意书", "西湖区", "焊工");
        assertThat(pages.get().uri(base + "/export")).hasStatusOk();
        assertThat(pages.get().uri(base + "/consent")).hasContentType("application/pdf");
        assertThat(pages.get().uri(base + "/" + id)).bodyText().contains("由西湖区窗口何清如");
        assertThat(pages.get().uri(base + "/" + id + "/check")).hasStatusOk();
        assertThat(pages.get().uri(base + "/" + id + "/sheet/pdf")).hasStatusOk();
        for (var path :
                List.of("", "/check", "/sheet", "/sheet/pdf", "/withdrawal", "/form/photo")) {
            assertThat(PagesAs.actor(context, NEIGHBOUR).get().uri(base + "/" + id + path))
                    .as(path)
                    .hasStatus(404);
        }
    }

    @Test
    void asksForTheSignedConsent() throws IOException {
        var pages = PagesAs.actor(context, CLERK);
        var draft = draft(XIHU, "钱长根");
        var sent =
                pages.post()
                        .uri("/authority/counter")
                        .multipart()
                        .param("name", "钱长根")
                        .param("kind", "RESIDENT_ID")
                        .param("number", document.number())
                        .param("county", XIHU.value())
                        .param("offering", draft.session() + "." + draft.offering())
                        .param("clientKey", draft.clientKey());

        assertThat(sent).hasStatus(422).bodyText().contains("请先请考生阅读并签名");
        assertThat(sent.param("agreed", "true")).hasStatus(422).bodyText().contains("请上传签名的同意书");
        try (var image = proof().content()) {
            assertThat(
                            sent.file(
                                    new MockMultipartFile(
                                            "scan", "同意书.png", "image/png", image.readAllBytes())))
                    .hasStatus3xxRedirection();
        }
    }
}
