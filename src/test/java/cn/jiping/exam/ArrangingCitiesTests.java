package cn.jiping.exam;

import static cn.jiping.plan.PlanFixtures.APPROVER;
import static cn.jiping.plan.PlanFixtures.CITY;
import static cn.jiping.plan.PlanFixtures.CLERK;
import static cn.jiping.plan.PlanFixtures.HANGZHOU;
import static cn.jiping.plan.PlanFixtures.NINGBO;
import static cn.jiping.plan.PlanFixtures.OTHER_CITY;
import static cn.jiping.plan.PlanFixtures.draft;
import static cn.jiping.plan.PlanFixtures.offer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import cn.jiping.clock.BusinessClock;
import cn.jiping.clock.SetBack;
import cn.jiping.institution.SiteDraft;
import cn.jiping.institution.SiteId;
import cn.jiping.institution.SiteUse;
import cn.jiping.institution.Sites;
import cn.jiping.plan.ExamSessions;
import cn.jiping.plan.SessionId;
import cn.jiping.shared.AccountId;
import cn.jiping.shared.Actor;
import cn.jiping.shared.DivisionCode;
import cn.jiping.shared.Ids;
import cn.jiping.shared.NotFound;
import cn.jiping.shared.PersonId;
import cn.jiping.shared.Role;
import cn.jiping.shared.Scope;
import cn.jiping.shared.SkillLevel;
import cn.jiping.shared.Stale;
import cn.jiping.testing.TestDatabase;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.test.ApplicationModuleTest;
import org.springframework.test.context.TestPropertySource;

/** Hangzhou before and after its numbers are final, for the session of October 2021. */
@ApplicationModuleTest(
        mode = ApplicationModuleTest.BootstrapMode.ALL_DEPENDENCIES,
        extraIncludes = "web")
@Import(TestDatabase.class)
@TestPropertySource(
        properties = {"jiping.clock.movable=true", "jiping.clock.start=2021-07-01T09:00:00"})
class ArrangingCitiesTests {
    private static final LocalDate PAID = LocalDate.of(2021, 8, 6);
    private static final LocalDate TICKETS = LocalDate.of(2021, 10, 18);
    private static final Actor PROGRAM = Actor.program("test");

    @Autowired Arrangements arrangements;
    @Autowired ExamSessions sessions;
    @Autowired Sites sites;
    @Autowired BusinessClock clock;
    @Autowired JdbcClient jdbc;
    private SessionId session = SessionId.next();
    private SiteId site = SiteId.next();

    @BeforeEach
    void anAnnouncedSessionAndASite() {
        SetBack.toTheStart(clock, jdbc);
        jdbc.sql("delete from exam.city_due").update();
        jdbc.sql("delete from plan.session").update();
        jdbc.sql("delete from institution.site").update();
        session = sessions.draft(CLERK, draft(offer("保安员"), offer("焊工")));
        sessions.announce(APPROVER, session, 0);
        site = hall("杭州第一技师学院", HANGZHOU, CITY);
    }

    private SiteId hall(String name, DivisionCode place, Actor clerk) {
        var hall =
                sites.open(
                        clerk,
                        new SiteDraft(place, name, "学知路 1 号", Set.of(SiteUse.THEORY), List.of()),
                        Ids.next().toString());
        sites.addRoom(clerk, hall, "第1考场", 40, 5, 0);
        sites.addRoom(clerk, hall, "第2考场", 10, 5, 1);
        return hall;
    }

    private Entry entry(String occupation) {
        return new Entry(
                session,
                Ids.next(),
                PersonId.next(),
                "沈清和",
                new Entry.City(HANGZHOU, "杭州市"),
                occupation,
                SkillLevel.SENIOR_TECHNICIAN,
                Set.of(Subject.THEORY, Subject.SKILLS));
    }

    private List<Entry> enter(int count, String occupation) {
        return IntStream.range(0, count)
                .mapToObj(_ -> entry(occupation))
                .peek(entry -> arrangements.enter(PROGRAM, entry))
                .toList();
    }

    private void on(LocalDate day) {
        clock.moveTo(BusinessClock.startOf(day).plusSeconds(9 * 3600));
    }

    private void arrange() {
        var exam = arrangements.find(CITY, session, HANGZHOU);
        arrangements.arrange(CITY, session, HANGZHOU, site, exam.version());
    }

    private static void refused(String code, ThrowingCallable act) {
        assertThatExceptionOfType(ExamRefused.class)
                .isThrownBy(act)
                .satisfies(no -> assertThat(no.code()).isEqualTo("exam." + code));
    }

    @Test
    void seatsEverybodyOnceTheNumbersAreFinal() {
        enter(20, "保安员");
        enter(15, "焊工");
        on(PAID.plusDays(1));

        arrange();

        var exam = arrangements.find(CITY, session, HANGZHOU);
        assertThat(exam.seated()).isEqualTo(35);
        assertThat(exam.waiting()).isZero();
        assertThat(arrangements.byRoom(CITY, session, HANGZHOU).values())
                .extracting(List::size)
                .containsExactly(30, 5);
        assertThat(arrangements.seats(CITY, session, HANGZHOU))
                .extracting(SeatView::ticket)
                .startsWith("202110330100001", "202110330100002")
                .doesNotHaveDuplicates();
    }

    @Test
    void waitsForTheLastDayOfPayment() {
        enter(3, "保安员");
        on(PAID);

        refused("not-final-yet", this::arrange);
        on(PAID.plusDays(1));
        arrange();
    }

    @Test
    void mayBeDoneAgainUntilTicketsAreGivenOut() {
        enter(3, "保安员");
        on(TICKETS.minusDays(1));
        arrange();
        arrange();
        assertThat(arrangements.find(CITY, session, HANGZHOU).seated()).isEqualTo(3);

        on(TICKETS);
        refused("tickets-out", this::arrange);
    }

    @Test
    void wantsASeatForEverybody() {
        enter(41, "保安员");
        on(PAID.plusDays(1));

        refused("too-few-seats", this::arrange);
    }

    @Test
    void takesASiteOfTheCityThatIsInUse() {
        enter(1, "保安员");
        on(PAID.plusDays(1));
        var closed = hall("旧考点", HANGZHOU, CITY);
        sites.close(CITY, closed, "搬迁", 2);
        refused(
                "site-not-for-theory",
                () -> arrangements.arrange(CITY, session, HANGZHOU, closed, 0));
        var elsewhere = hall("宁波考点", NINGBO, OTHER_CITY);
        assertThatExceptionOfType(NotFound.class)
                .isThrownBy(() -> arrangements.arrange(CITY, session, HANGZHOU, elsewhere, 0));
    }

    @Test
    void movesNobodyWhenSomebodyLeavesOrComesLate() {
        var people = enter(12, "保安员");
        on(PAID.plusDays(1));
        arrange();
        var before = arrangements.seats(CITY, session, HANGZHOU);

        arrangements.leave(PROGRAM, session, people.getFirst().id(), "退考");
        arrangements.leave(PROGRAM, session, people.getFirst().id(), "退考");
        var late = entry("焊工");
        arrangements.enter(PROGRAM, late);
        arrangements.enter(PROGRAM, late);

        var after = arrangements.seats(CITY, session, HANGZHOU);
        assertThat(after).hasSize(12);
        assertThat(after).filteredOn(seat -> !seat.examinee().equals(late.id())).isSubsetOf(before);
        assertThat(after)
                .filteredOn(seat -> seat.examinee().equals(late.id()))
                .extracting(SeatView::ticket)
                .containsExactly("202110330100013");
    }

    @Test
    void notesWhatSomebodyElseArrangedMeanwhile() {
        enter(2, "保安员");
        on(PAID.plusDays(1));
        arrange();

        assertThatExceptionOfType(Stale.class)
                .isThrownBy(() -> arrangements.arrange(CITY, session, HANGZHOU, site, 0));
    }

    @Test
    void staysHiddenFromTheNeighbour() {
        enter(2, "保安员");
        on(PAID.plusDays(1));
        arrange();

        assertThat(arrangements.list(OTHER_CITY, session)).isEmpty();
        assertThat(arrangements.seats(OTHER_CITY, session, HANGZHOU)).isEmpty();
        assertThat(arrangements.occupations(OTHER_CITY, session, HANGZHOU)).isEmpty();
        assertThatExceptionOfType(NotFound.class)
                .isThrownBy(() -> arrangements.find(OTHER_CITY, session, HANGZHOU));
        assertThatExceptionOfType(NotFound.class)
                .isThrownBy(() -> arrangements.arrange(OTHER_CITY, session, HANGZHOU, site, 1));
    }

    @Test
    void givesATicketToItsOwnerInItsWindow() {
        var entry = enter(1, "保安员").getFirst();
        on(PAID.plusDays(1));
        arrange();
        var owner = candidate(entry.person());

        refused("ticket-window", () -> ticket(owner, entry.id()));
        on(TICKETS);
        assertThat(ticket(owner, entry.id()).seat().ticket()).isEqualTo("202110330100001");
        assertThat(arrangements.listOf(owner, entry.person())).hasSize(1);
        assertThatExceptionOfType(NotFound.class)
                .isThrownBy(() -> ticket(candidate(PersonId.next()), entry.id()));
        on(LocalDate.of(2021, 10, 24));
        refused("ticket-window", () -> ticket(owner, entry.id()));
    }

    private AdmissionTicket ticket(Actor actor, UUID examinee) {
        return arrangements.ticket(actor, session, examinee);
    }

    private static Actor candidate(PersonId person) {
        return new Actor(
                AccountId.next(),
                person,
                "沈清和",
                Role.CANDIDATE,
                "",
                Scope.ofPerson(person),
                "test");
    }
}
