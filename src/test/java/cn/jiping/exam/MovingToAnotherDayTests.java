package cn.jiping.exam;

import static cn.jiping.exam.Autumn.PAID;
import static cn.jiping.exam.Autumn.PROVINCE_APPROVER;
import static cn.jiping.exam.Autumn.WENZHOU;
import static cn.jiping.exam.Autumn.candidate;
import static cn.jiping.exam.Autumn.city;
import static cn.jiping.exam.Autumn.clerk;
import static cn.jiping.plan.PlanFixtures.HANGZHOU;
import static cn.jiping.plan.PlanFixtures.NINGBO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import cn.jiping.clock.BusinessClock;
import cn.jiping.database.Columns;
import cn.jiping.payment.SettlementFilter;
import cn.jiping.payment.SettlementRow;
import cn.jiping.payment.Settlements;
import cn.jiping.plan.ExamSessions;
import cn.jiping.plan.PlanRefused;
import cn.jiping.plan.SessionId;
import cn.jiping.plan.SessionRow;
import cn.jiping.registration.ApplicationId;
import cn.jiping.registration.RegistrationEvent;
import cn.jiping.shared.Actor;
import cn.jiping.shared.BodyId;
import cn.jiping.shared.DivisionCode;
import cn.jiping.shared.NotFound;
import cn.jiping.shared.Paging;
import cn.jiping.shared.Refusal;
import cn.jiping.shared.Source;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Four welders of Hangzhou, too few for 23 October, are moved to the 30th; twelve guards stay. */
@ExamTest
class MovingToAnotherDayTests {
    private static final Actor PROGRAM = Actor.program("test");
    private static final LocalDate DAY = LocalDate.of(2021, 10, 30);
    private static final GroupMeasure MOVE = new GroupMeasure.Move(DAY);

    @Autowired Autumn autumn;
    @Autowired ExamSessions sessions;
    @Autowired SmallGroups groups;
    @Autowired Arrangements arrangements;
    @Autowired ExamDays days;
    @Autowired ExamDues dues;
    @Autowired CityReports reports;
    @Autowired Settlements settlements;
    @Autowired BusinessClock clock;
    @Autowired JdbcClient jdbc;
    @Autowired TransactionTemplate transaction;
    @Autowired ApplicationEventPublisher events;
    private SessionId session = SessionId.next();
    private List<Entry> welders = List.of();

    @BeforeEach
    void fourAndTwelve() {
        session = autumn.announced();
        welders = autumn.registered(session, HANGZHOU, "焊工", 4);
        autumn.registered(session, HANGZHOU, "保安员", 12);
        autumn.becomes(PAID.plusDays(1));
    }

    private SmallGroupView only(DivisionCode city) {
        return groups.list(clerk(city), session).getFirst();
    }

    private void decide(DivisionCode city, GroupMeasure measure) {
        var group = only(city);
        groups.decide(PROVINCE_APPROVER, session, group.id(), measure, "改期", group.version());
    }

    /** The session they sit in. */
    private SessionId moved() {
        decide(HANGZHOU, MOVE);
        return another();
    }

    private SessionId another() {
        return sessions.onOtherDays(session).getFirst().id();
    }

    private CityExam exam(SessionId of) {
        return arrangements.find(clerk(HANGZHOU), of, HANGZHOU);
    }

    private List<SeatView> seats(SessionId of) {
        return arrangements.seats(clerk(HANGZHOU), of, HANGZHOU);
    }

    private static void refused(String code, ThrowingCallable act) {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(act)
                .satisfies(no -> assertThat(no.code()).isEqualTo(code));
    }

    private List<String> toArrange() {
        return jdbc
                .sql("select status, kind from task.task")
                .query((row, _) -> Columns.text(row, "kind") + " " + Columns.text(row, "status"))
                .list()
                .stream()
                .filter(task -> task.startsWith(AnotherDayTasks.ARRANGE.code()))
                .map(task -> task.substring(task.indexOf(' ') + 1))
                .toList();
    }

    @Nested
    class Seating {
        @Test
        void standsOnTheRosterOfASessionOfTheirOwn() {
            var another = moved();

            assertThat(exam(another).candidates()).isEqualTo(4);
            assertThat(exam(session).candidates()).isEqualTo(12);
            var one = welders.getFirst();
            var listed = arrangements.listOf(candidate(one.person()), one.person());
            assertThat(listed).containsExactly(one.in(another));
            assertThat(groups.changed(candidate(one.person()), listed.getFirst()))
                    .get()
                    .returns(MOVE, ChangedExam::measure);
            assertThat(toArrange()).containsExactly("OPEN");
        }

        @Test
        void happensApartFromTheOthersWithNumbersOfTheirOwn() {
            var another = moved();

            autumn.arranged(another, HANGZHOU);
            autumn.arranged(session, HANGZHOU);

            assertThat(seats(another))
                    .hasSize(4)
                    .allMatch(seat -> seat.ticket().startsWith("2110303301"));
            assertThat(seats(session))
                    .hasSize(12)
                    .allMatch(seat -> seat.ticket().startsWith("2021103301"));
            assertThat(toArrange()).containsExactly("DONE");
        }

        @Test
        void waitsForNoGroupThoughTheyAreFew() {
            var another = moved();

            autumn.becomes(PAID.plusDays(20));

            assertThat(groups.list(PROVINCE_APPROVER, another)).isEmpty();
            assertThat(groups.waiting(PROVINCE_APPROVER, another, HANGZHOU)).isZero();
            autumn.arranged(another, HANGZHOU);
        }

        @Test
        void endsWhenTicketsAreOut() {
            var another = moved();
            autumn.becomes(LocalDate.of(2021, 10, 24));
            autumn.arranged(another, HANGZHOU);

            autumn.becomes(LocalDate.of(2021, 10, 25));

            refused("exam.tickets-out", () -> autumn.arranged(another, HANGZHOU));
        }

        @Test
        void takesALatecomerAlong() {
            var another = moved();
            autumn.arranged(another, HANGZHOU);

            autumn.registered(session, HANGZHOU, "焊工");

            assertThat(seats(another)).hasSize(5);
            assertThat(exam(session).candidates()).isEqualTo(12);
        }

        @Test
        void isNoBusinessOfAnotherCity() {
            var another = moved();
            autumn.arranged(another, HANGZHOU);

            var neighbour = clerk(NINGBO);
            assertThat(arrangements.list(neighbour, another)).isEmpty();
            assertThat(arrangements.seats(neighbour, another, HANGZHOU)).isEmpty();
            assertThatExceptionOfType(NotFound.class)
                    .isThrownBy(() -> arrangements.find(neighbour, another, HANGZHOU));
            assertThatExceptionOfType(NotFound.class)
                    .isThrownBy(() -> days.sittings(neighbour, another, HANGZHOU));
        }
    }

    @Nested
    class OnThatDay {
        private SessionId another = SessionId.next();

        @BeforeEach
        void arranged() {
            another = moved();
            autumn.arranged(another, HANGZHOU);
            autumn.arranged(session, HANGZHOU);
        }

        private AdmissionTicket ticket() {
            var one = welders.getFirst();
            return arrangements.ticket(candidate(one.person()), another, one.id());
        }

        private void at(String moment) {
            clock.moveTo(LocalDateTime.parse(moment).atZone(BusinessClock.ZONE).toInstant());
        }

        /** 准考证自考前5天至考试当天下载. */
        @Test
        void givesTicketsFromFiveDaysBeforeUntilTheDay() {
            autumn.becomes(LocalDate.of(2021, 10, 24));
            refused("exam.ticket-window", this::ticket);
            autumn.becomes(LocalDate.of(2021, 10, 25));
            assertThat(ticket().session().days().theoryOn()).isEqualTo(DAY);
            autumn.becomes(DAY);
            assertThat(ticket().seat().ticket()).startsWith("211030");
            autumn.becomes(DAY.plusDays(1));
            refused("exam.ticket-window", this::ticket);
        }

        /** ZJ2021 一(二): 8:30 开考, as on the day of the session. */
        @Test
        void signsInOnThatDayAtTheSameHoursAndNotBefore() {
            var seat = seats(another).getFirst();
            var theory = new SittingPlace(another, HANGZHOU, seat.room(), Sitting.THEORY);
            at("2021-10-23T08:10");
            refused(
                    "exam.sign-in-early",
                    () -> days.signIn(clerk(HANGZHOU), theory, seat.ticket()));
            var guards =
                    new SittingPlace(
                            session, HANGZHOU, seats(session).getFirst().room(), Sitting.THEORY);
            refused(
                    "exam.ticket-of-other-session",
                    () -> days.signIn(clerk(HANGZHOU), guards, seat.ticket()));

            at("2021-10-30T07:29");
            refused(
                    "exam.sign-in-early",
                    () -> days.signIn(clerk(HANGZHOU), theory, seat.ticket()));
            at("2021-10-30T07:30");
            assertThat(days.signIn(clerk(HANGZHOU), theory, seat.ticket()).again()).isFalse();
            refused(
                    "exam.ticket-of-other-session",
                    () -> days.signIn(clerk(HANGZHOU), theory, seats(session).getFirst().ticket()));
        }

        @Test
        void owesSheetsAndScoresFromThatDayOn() {
            autumn.becomes(DAY.minusDays(1));
            assertThat(dues.list(clerk(HANGZHOU), another))
                    .extracting(CityDue::what)
                    .containsExactly(ExamDue.PRACTICAL_ARRANGEMENT);
            assertThat(dues.list(clerk(HANGZHOU), session)).isNotEmpty();

            autumn.becomes(DAY);

            assertThat(dues.list(clerk(HANGZHOU), another))
                    .filteredOn(due -> due.what() != ExamDue.PRACTICAL_ARRANGEMENT)
                    .isNotEmpty()
                    .allMatch(due -> due.dueOn().isAfter(DAY));
        }
    }

    @Nested
    class Leaving {
        @Test
        void freesTheSeatThere() {
            var another = moved();
            autumn.arranged(another, HANGZHOU);

            autumn.leaves(welders.getFirst());

            assertThat(exam(another).candidates()).isEqualTo(3);
            assertThat(seats(another)).hasSize(3);
            var gone = welders.getFirst().person();
            assertThat(arrangements.listOf(candidate(gone), gone)).isEmpty();
        }

        @Test
        void leavesNothingToArrangeOnceTheLastIsGone() {
            var another = moved();

            welders.forEach(autumn::leaves);

            assertThat(exam(another).candidates()).isZero();
            assertThat(only(HANGZHOU).status()).isEqualTo(SmallGroupStatus.DECIDED);
            assertThat(toArrange()).containsExactly("CANCELLED");
            refused("exam.nobody", () -> autumn.arranged(another, HANGZHOU));
        }

        @Test
        void owesNothingOnceEverybodySeatedIsGone() {
            var another = moved();
            autumn.arranged(another, HANGZHOU);
            welders.forEach(this::withdraws);

            autumn.becomes(DAY);

            assertThat(dues.list(clerk(HANGZHOU), another)).isEmpty();
        }

        /** As registration tells it, in its own transaction. */
        private void withdraws(Entry entry) {
            var application =
                    new RegistrationEvent.ApplicationRef(
                            entry.session(),
                            new ApplicationId(entry.id()),
                            entry.person(),
                            entry.city().division(),
                            BodyId.next());
            transaction.executeWithoutResult(_ ->
                    events.publishEvent(new RegistrationEvent.Withdrawn(application, clock.now())));
        }
    }

    @Nested
    class FollowedByAnotherGroup {
        private static final int SEATS = 60;

        @Test
        void findsSeatsAtOnceWhereSomeAreFree() {
            var another = moved();
            autumn.arranged(another, HANGZHOU);

            autumn.registered(session, HANGZHOU, "焊工", 2);

            assertThat(seats(another)).hasSize(6);
            assertThat(toArrange()).containsExactly("DONE");
        }

        @Test
        void isATaskAgainWhereNoneIsFree() {
            var another = moved();
            autumn.arranged(another, HANGZHOU);
            autumn.registered(session, HANGZHOU, "焊工", SEATS - 4);
            assertThat(toArrange()).containsExactly("DONE");

            var without = autumn.registered(session, HANGZHOU, "焊工");

            assertThat(exam(another).waiting()).isEqualTo(1);
            assertThat(toArrange()).containsExactlyInAnyOrder("DONE", "OPEN");
            autumn.leaves(without);
            assertThat(toArrange()).containsExactlyInAnyOrder("DONE", "CANCELLED");
        }

        @Test
        void isATaskAgainAfterEverybodyBeforeHadLeft() {
            var another = moved();
            welders.forEach(autumn::leaves);
            assertThat(toArrange()).containsExactly("CANCELLED");

            autumn.registered(session, HANGZHOU, "焊工");

            assertThat(exam(another).candidates()).isEqualTo(1);
            assertThat(toArrange()).containsExactlyInAnyOrder("CANCELLED", "OPEN");
            autumn.arranged(another, HANGZHOU);
            assertThat(toArrange()).containsExactlyInAnyOrder("CANCELLED", "DONE");
        }
    }

    @Nested
    class Counting {
        private int persons(SessionId of, DivisionCode city) {
            return settlements
                    .list(PROGRAM, new SettlementFilter(null, of.value()), new Paging(1, 50))
                    .rows()
                    .stream()
                    .filter(row -> row.city().city().equals(city))
                    .map(SettlementRow::persons)
                    .findFirst()
                    .orElse(-1);
        }

        @Test
        void staysWhereTheyRegistered() {
            var another = moved();
            autumn.arranged(another, HANGZHOU);

            autumn.becomes(DAY.plusDays(1));

            assertThat(persons(session, HANGZHOU)).isEqualTo(16);
            assertThat(persons(another, HANGZHOU)).isEqualTo(-1);
            var report = reports.find(clerk(HANGZHOU), session, HANGZHOU);
            assertThat(report.content().registered()).isEqualTo(16);
            assertThat(report.content().lines())
                    .extracting(ReportContent.Line::occupation)
                    .containsExactly("保安员");
            assertThat(reports.list(PROVINCE_APPROVER, another)).isEmpty();
        }

        @Test
        void takesThoseAlongWhoWerePooledBefore() {
            autumn.registered(session, NINGBO, "焊工", 3);
            autumn.registered(session, WENZHOU, "焊工", 2);
            decide(WENZHOU, new GroupMeasure.Pool(city(NINGBO)));
            decide(NINGBO, MOVE);

            var another = another();
            var ningbo = arrangements.find(clerk(NINGBO), another, NINGBO);
            assertThat(ningbo.candidates()).isEqualTo(5);
            assertThat(arrangements.list(clerk(WENZHOU), another)).isEmpty();
            autumn.becomes(PAID.plusDays(30));
            assertThat(persons(session, WENZHOU)).isEqualTo(2);
        }
    }

    @Nested
    class Deciding {
        @Test
        void opensOneSessionForAllWhoSitOnThatDay() {
            autumn.registered(session, NINGBO, "焊工", 3);
            decide(HANGZHOU, MOVE);
            decide(NINGBO, MOVE);

            assertThat(sessions.onOtherDays(session))
                    .singleElement()
                    .returns(session, SessionRow::parent);
            assertThat(arrangements.list(PROVINCE_APPROVER, another())).hasSize(2);
        }

        @Test
        void isDoneOnceThoughPressedTwice() {
            var group = only(HANGZHOU);
            for (var press = 0; press < 2; press++) {
                groups.decide(PROVINCE_APPROVER, session, group.id(), MOVE, "改期", group.version());
            }

            assertThat(only(HANGZHOU).version()).isEqualTo(1);
            assertThat(exam(another()).candidates()).isEqualTo(4);
        }

        /** 至少提前14天决定，最迟不超过原定考试日后8个月. */
        @Test
        void refusesADayThatMakesNoSense() {
            var group = only(HANGZHOU);
            var late = new GroupMeasure.Move(LocalDate.of(2022, 6, 24));
            assertThatExceptionOfType(PlanRefused.class)
                    .isThrownBy(() ->
                            groups.propose(clerk(HANGZHOU), session, group.id(), late, "x", 0))
                    .returns("plan.another-day", PlanRefused::code)
                    .satisfies(no -> assertThat(no.source()).isInstanceOf(Source.Practice.class));
            refused("plan.another-day", () -> decide(HANGZHOU, late));
            assertThat(sessions.onOtherDays(session)).isEmpty();

            autumn.becomes(LocalDate.of(2021, 10, 17));
            refused("plan.another-day", () -> decide(HANGZHOU, MOVE));
            decide(HANGZHOU, new GroupMeasure.Move(LocalDate.of(2021, 10, 31)));
            assertThat(sessions.onOtherDays(session)).hasSize(1);
        }
    }
}
