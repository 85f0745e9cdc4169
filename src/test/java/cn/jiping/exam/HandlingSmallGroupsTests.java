package cn.jiping.exam;

import static cn.jiping.exam.Autumn.PAID;
import static cn.jiping.exam.Autumn.PROVINCE_APPROVER;
import static cn.jiping.exam.Autumn.WENZHOU;
import static cn.jiping.exam.Autumn.city;
import static cn.jiping.exam.Autumn.clerk;
import static cn.jiping.plan.PlanFixtures.HANGZHOU;
import static cn.jiping.plan.PlanFixtures.NINGBO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import cn.jiping.database.Columns;
import cn.jiping.payment.SettlementFilter;
import cn.jiping.payment.SettlementRow;
import cn.jiping.payment.Settlements;
import cn.jiping.plan.SessionId;
import cn.jiping.shared.Actor;
import cn.jiping.shared.DivisionCode;
import cn.jiping.shared.InvalidInput;
import cn.jiping.shared.NotFound;
import cn.jiping.shared.Paging;
import cn.jiping.shared.Scope;
import cn.jiping.shared.Source;
import cn.jiping.shared.Stale;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Too few for one occupation in a city, after the last day of payment. */
@ExamTest
class HandlingSmallGroupsTests {
    private static final Source CLAUSE = new Source.Clause("ZJ2021", "二(二)");
    private static final Actor PROGRAM = Actor.program("test");
    private static final LocalDate SPRING = LocalDate.of(2022, 5, 21);
    private static final LocalDate TICKETS = LocalDate.of(2021, 10, 18);

    @Autowired Autumn autumn;
    @Autowired SmallGroups groups;
    @Autowired Arrangements arrangements;
    @Autowired SmallGroupStore store;
    @Autowired Settlements settlements;
    @Autowired JdbcClient jdbc;
    private SessionId session = SessionId.next();

    @BeforeEach
    void anAnnouncedSession() {
        session = autumn.announced();
    }

    private List<Entry> registered(DivisionCode city, int count) {
        return autumn.registered(session, city, "焊工", count);
    }

    private SmallGroupView only(DivisionCode city) {
        return groups.list(clerk(city), session).getFirst();
    }

    private void propose(DivisionCode city, GroupMeasure measure) {
        var group = only(city);
        groups.propose(clerk(city), session, group.id(), measure, "人数少", group.version());
    }

    private void decide(DivisionCode city, GroupMeasure measure) {
        var group = only(city);
        groups.decide(PROVINCE_APPROVER, session, group.id(), measure, "就近统筹", group.version());
    }

    private static GroupMeasure pool(DivisionCode to) {
        return new GroupMeasure.Pool(city(to));
    }

    private static void refused(String code, ThrowingCallable act) {
        assertThatExceptionOfType(ExamRefused.class)
                .isThrownBy(act)
                .satisfies(no -> assertThat(no.code()).isEqualTo("exam." + code));
    }

    private List<String> openTasks() {
        return jdbc
                .sql("select kind from task.task where status in ('OPEN', 'CLAIMED')")
                .query((row, _) -> Columns.text(row, "kind"))
                .list()
                .stream()
                .filter(kind -> kind.startsWith("exam-small-group"))
                .toList();
    }

    /** 不变量: whoever has a seat sits with enough others of the same occupation and level. */
    private void nobodyRunsAlone() {
        var seated =
                arrangements.list(PROGRAM, session).stream()
                        .flatMap(exam ->
                                arrangements
                                        .seats(PROGRAM, session, exam.city().division())
                                        .stream()
                                        .map(seat -> exam.city() + seat.occupation()))
                        .collect(Collectors.groupingBy(group -> group, Collectors.counting()));
        assertThat(seated.values()).allMatch(people -> people >= 10);
    }

    @Nested
    class OpeningThem {
        @Test
        void waitsForTheLastDayOfPayment() {
            registered(HANGZHOU, 9);
            autumn.becomes(PAID);
            assertThat(groups.list(clerk(HANGZHOU), session)).isEmpty();

            autumn.becomes(PAID.plusDays(1));

            assertThat(only(HANGZHOU).candidates()).isEqualTo(9);
            assertThat(only(HANGZHOU).status()).isEqualTo(SmallGroupStatus.OPEN);
            assertThat(only(HANGZHOU).dueOn()).isEqualTo(LocalDate.of(2021, 8, 10));
            assertThat(openTasks()).containsExactly("exam-small-group-propose");
        }

        @Test
        void happensOnceHoweverFarTheClockJumps() {
            registered(HANGZHOU, 3);
            registered(NINGBO, 10);
            autumn.becomes(LocalDate.of(2021, 10, 20));
            autumn.becomes(LocalDate.of(2021, 10, 21));

            assertThat(groups.list(PROVINCE_APPROVER, session))
                    .singleElement()
                    .extracting(group -> group.city().name())
                    .isEqualTo("杭州市");
            assertThat(openTasks()).hasSize(1);
        }

        @Test
        void leavesTenAlone() {
            registered(HANGZHOU, 10);
            autumn.becomes(PAID.plusDays(1));

            assertThat(groups.list(clerk(HANGZHOU), session)).isEmpty();
            autumn.arranged(session, HANGZHOU);
            nobodyRunsAlone();
        }

        @Test
        void keepsTheCityFromArranging() {
            registered(HANGZHOU, 9);
            autumn.registered(session, HANGZHOU, "保安员", 12);
            autumn.becomes(PAID.plusDays(1));

            assertThatExceptionOfType(ExamRefused.class)
                    .isThrownBy(() -> autumn.arranged(session, HANGZHOU))
                    .satisfies(no -> assertThat(no.code()).isEqualTo("exam.groups-undecided"))
                    .satisfies(no -> assertThat(no.source()).isEqualTo(CLAUSE));
        }

        @Test
        void endsWhenLatecomersMakeItEnough() {
            registered(HANGZHOU, 9);
            autumn.becomes(PAID.plusDays(1));

            registered(HANGZHOU, 1);

            assertThat(only(HANGZHOU).status()).isEqualTo(SmallGroupStatus.ENOUGH);
            assertThat(openTasks()).isEmpty();
        }

        @Test
        void endsWhenTheLastOneLeaves() {
            var one = registered(HANGZHOU, 1).getFirst();
            autumn.becomes(PAID.plusDays(1));

            autumn.leaves(one);

            assertThat(only(HANGZHOU).status()).isEqualTo(SmallGroupStatus.EMPTY);
        }
    }

    @Nested
    class Pooling {
        @BeforeEach
        void sixHereAndTwelveThere() {
            registered(HANGZHOU, 6);
            registered(NINGBO, 12);
            autumn.becomes(PAID.plusDays(1));
        }

        @Test
        void goesFromTheCityToTheProvince() {
            propose(HANGZHOU, pool(NINGBO));
            assertThat(openTasks()).containsExactly("exam-small-group-decide");
            assertThat(only(HANGZHOU).dueOn()).isEqualTo(LocalDate.of(2021, 8, 9));
            refused("groups-undecided", () -> autumn.arranged(session, NINGBO));

            decide(HANGZHOU, pool(NINGBO));

            assertThat(openTasks()).isEmpty();
            assertThat(only(HANGZHOU).status()).isEqualTo(SmallGroupStatus.DECIDED);
            autumn.arranged(session, NINGBO);
            assertThat(arrangements.seats(clerk(NINGBO), session, NINGBO)).hasSize(18);
            nobodyRunsAlone();
        }

        @Test
        void tellsEverybodyUntilWhenTheyMayLeave() {
            decide(HANGZHOU, pool(NINGBO));

            var member = autumn.registered(session, HANGZHOU, "焊工");
            var changed = groups.changed(Autumn.candidate(member.person()), member).orElseThrow();
            assertThat(changed.home().division()).isEqualTo(HANGZHOU);
            assertThat(changed.measure()).isEqualTo(pool(NINGBO));
            assertThat(changed.withdrawUntil()).isEqualTo(LocalDate.of(2021, 8, 14));
            assertThat(groups.changed(clerk(WENZHOU), member)).isEmpty();
            assertThat(arrangements.find(clerk(NINGBO), session, NINGBO).candidates())
                    .isEqualTo(19);
        }

        @Test
        void seatsThemAtOnceWhereEverybodySitsAlready() {
            autumn.arranged(session, NINGBO);

            decide(HANGZHOU, pool(NINGBO));

            assertThat(arrangements.seats(clerk(NINGBO), session, NINGBO)).hasSize(18);
        }

        @Test
        void isDecidedOnceThoughPressedTwice() {
            var group = only(HANGZHOU);
            for (var press = 0; press < 2; press++) {
                groups.decide(
                        PROVINCE_APPROVER,
                        session,
                        group.id(),
                        pool(NINGBO),
                        "就近",
                        group.version());
            }

            assertThat(only(HANGZHOU).version()).isEqualTo(1);
            refused("group-settled", () -> propose(HANGZHOU, pool(WENZHOU)));
            assertThatExceptionOfType(Stale.class)
                    .isThrownBy(() ->
                            groups.propose(
                                    clerk(HANGZHOU), session, group.id(), pool(NINGBO), "晚了", 0));
        }

        @Test
        void wantsEnoughTogether() {
            refused("pooled-too-few", () -> decide(HANGZHOU, pool(WENZHOU)));
            assertThatExceptionOfType(InvalidInput.class)
                    .isThrownBy(() -> propose(HANGZHOU, pool(HANGZHOU)));
        }

        @Test
        void isSentBackWithAReason() {
            propose(HANGZHOU, pool(NINGBO));
            var group = only(HANGZHOU);

            groups.sendBack(PROVINCE_APPROVER, session, group.id(), "路途太远，请改期", group.version());

            assertThat(only(HANGZHOU).status()).isEqualTo(SmallGroupStatus.OPEN);
            assertThat(only(HANGZHOU).returned()).isEqualTo("路途太远，请改期");
            assertThat(openTasks()).containsExactly("exam-small-group-propose");
        }

        @Test
        void staysWithTheProvince() {
            var group = only(HANGZHOU);
            assertThat(groups.elsewhere(clerk(HANGZHOU), session, group.id())).isEmpty();
            assertThat(groups.elsewhere(PROVINCE_APPROVER, session, group.id()))
                    .containsExactly(Map.entry(NINGBO, 12));

            assertThatExceptionOfType(NotFound.class)
                    .isThrownBy(() ->
                            groups.decide(
                                    clerk(HANGZHOU), session, group.id(), pool(NINGBO), "x", 0));
            assertThatExceptionOfType(NotFound.class)
                    .isThrownBy(() ->
                            groups.propose(
                                    clerk(NINGBO), session, group.id(), pool(WENZHOU), "x", 0));
            assertThatExceptionOfType(NotFound.class)
                    .isThrownBy(() -> groups.find(clerk(NINGBO), session, group.id()));
            assertThat(groups.list(clerk(NINGBO), session)).isEmpty();
        }
    }

    @Nested
    class ThreeThatAreTooSmall {
        @BeforeEach
        void threeFourAndFive() {
            registered(HANGZHOU, 3);
            registered(NINGBO, 4);
            registered(WENZHOU, 5);
            autumn.becomes(PAID.plusDays(1));
        }

        @Test
        void comeTogetherOneAfterTheOther() {
            decide(HANGZHOU, pool(NINGBO));
            assertThat(only(NINGBO).status()).isEqualTo(SmallGroupStatus.OPEN);
            assertThat(only(NINGBO).candidates()).isEqualTo(7);
            refused("groups-undecided", () -> autumn.arranged(session, NINGBO));

            decide(WENZHOU, pool(NINGBO));

            assertThat(only(NINGBO).status()).isEqualTo(SmallGroupStatus.ENOUGH);
            autumn.arranged(session, NINGBO);
            nobodyRunsAlone();
            assertThat(arrangements.seats(clerk(NINGBO), session, NINGBO)).hasSize(12);
        }

        @Test
        void takeThoseAlongWhoCameFirst() {
            decide(HANGZHOU, pool(NINGBO));
            decide(NINGBO, pool(WENZHOU));

            assertThat(only(WENZHOU).status()).isEqualTo(SmallGroupStatus.ENOUGH);
            var decided = Objects.requireNonNull(only(HANGZHOU).decided());
            assertThat(decided.measure()).isEqualTo(pool(WENZHOU));
            assertThat(arrangements.find(clerk(WENZHOU), session, WENZHOU).candidates())
                    .isEqualTo(12);
        }
    }

    @Nested
    class MovingToAnotherDay {
        @Test
        void seatsNobodyOnTheDayOfTheSession() {
            registered(HANGZHOU, 4);
            autumn.registered(session, HANGZHOU, "保安员", 15);
            autumn.becomes(PAID.plusDays(1));

            decide(HANGZHOU, new GroupMeasure.Move(SPRING));

            autumn.arranged(session, HANGZHOU);
            var exam = arrangements.find(clerk(HANGZHOU), session, HANGZHOU);
            assertThat(exam.seated()).isEqualTo(15);
            assertThat(exam.waiting()).isZero();
            nobodyRunsAlone();
        }

        @Test
        void needsADayAfterTheSession() {
            registered(HANGZHOU, 4);
            autumn.becomes(PAID.plusDays(1));

            assertThatExceptionOfType(InvalidInput.class)
                    .isThrownBy(() ->
                            decide(HANGZHOU, new GroupMeasure.Move(LocalDate.of(2021, 10, 23))));
        }
    }

    @Nested
    class LeavingLater {
        @Test
        void opensTheGroupAgainAndFreesItsSeats() {
            var people = registered(HANGZHOU, 10);
            autumn.registered(session, HANGZHOU, "保安员", 10);
            autumn.becomes(PAID.plusDays(1));
            autumn.arranged(session, HANGZHOU);

            autumn.leaves(people.getFirst());

            assertThat(only(HANGZHOU).candidates()).isEqualTo(9);
            assertThat(arrangements.find(clerk(HANGZHOU), session, HANGZHOU).seated())
                    .isEqualTo(10);
            nobodyRunsAlone();
            registered(HANGZHOU, 1);
            assertThat(arrangements.find(clerk(HANGZHOU), session, HANGZHOU).seated())
                    .isEqualTo(20);
        }

        @Test
        void changesNothingOnceTicketsAreOut() {
            var people = registered(HANGZHOU, 10);
            autumn.becomes(PAID.plusDays(1));
            autumn.arranged(session, HANGZHOU);
            autumn.becomes(TICKETS);

            autumn.leaves(people.getFirst());

            assertThat(groups.list(clerk(HANGZHOU), session)).isEmpty();
            assertThat(arrangements.find(clerk(HANGZHOU), session, HANGZHOU).seated()).isEqualTo(9);
        }
    }

    @Nested
    class Settling {
        private List<SettlementRow> settled() {
            return settlements
                    .list(
                            Actor.program("test"),
                            new SettlementFilter(null, session.value()),
                            new Paging(1, 50))
                    .rows();
        }

        private int persons(DivisionCode city) {
            return settled().stream()
                    .filter(row -> row.city().city().equals(city))
                    .map(SettlementRow::persons)
                    .findFirst()
                    .orElse(-1);
        }

        @Test
        void waitsForTheGroupAndTheTermToLeave() {
            registered(HANGZHOU, 6);
            registered(NINGBO, 12);
            autumn.becomes(PAID);
            assertThat(settled()).isEmpty();
            autumn.becomes(PAID.plusDays(1));
            assertThat(persons(NINGBO)).isEqualTo(12);
            assertThat(persons(HANGZHOU)).isEqualTo(-1);
            decide(HANGZHOU, pool(NINGBO));
            autumn.becomes(LocalDate.of(2021, 8, 14));
            assertThat(persons(HANGZHOU)).isEqualTo(-1);

            autumn.becomes(LocalDate.of(2021, 8, 15));

            assertThat(persons(HANGZHOU)).isEqualTo(6);
            assertThat(persons(NINGBO)).isEqualTo(12);
        }

        @Test
        void followsTheNumberUntilTheCityHandsItOn() {
            var people = registered(NINGBO, 12);
            autumn.becomes(PAID.plusDays(1));
            autumn.leaves(people.getFirst());
            autumn.becomes(PAID.plusDays(2));
            assertThat(persons(NINGBO)).isEqualTo(11);

            settlements.declare(PROGRAM, session.value(), NINGBO);
            autumn.leaves(people.getLast());
            autumn.becomes(PAID.plusDays(3));

            assertThat(persons(NINGBO)).isEqualTo(11);
        }

        @Test
        void countsThoseToSitOnAnotherDay() {
            registered(NINGBO, 4);
            autumn.becomes(PAID.plusDays(1));
            decide(NINGBO, new GroupMeasure.Move(SPRING));

            autumn.becomes(PAID.plusDays(30));

            assertThat(persons(NINGBO)).isEqualTo(4);
            assertThat(store.list(Scope.nowhere(), session)).isEmpty();
        }
    }
}
