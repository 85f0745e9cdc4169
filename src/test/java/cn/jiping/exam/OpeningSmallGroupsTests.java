package cn.jiping.exam;

import static cn.jiping.exam.Autumn.PAID;
import static cn.jiping.exam.Autumn.PROVINCE_APPROVER;
import static cn.jiping.exam.Autumn.clerk;
import static cn.jiping.plan.PlanFixtures.HANGZHOU;
import static cn.jiping.plan.PlanFixtures.NINGBO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import cn.jiping.plan.SessionId;
import cn.jiping.shared.Source;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Too few for one occupation in a city, after the last day of payment. */
@ExamTest
@SuppressWarnings("NullAway.Init") // filled before each test
class OpeningSmallGroupsTests {
    private static final Source CLAUSE = new Source.Clause("ZJ2021", "二(二)");
    private static final LocalDate TICKETS = LocalDate.of(2021, 10, 18);

    @Autowired Autumn autumn;
    @Autowired ApplicationContext context;
    @Autowired SmallGroups groups;
    @Autowired Arrangements arrangements;
    private SessionId session;
    private SmallGroupSteps steps;

    @BeforeEach
    void anAnnouncedSession() {
        session = autumn.announced();
        steps = new SmallGroupSteps(context, session);
    }

    @Nested
    class OpeningThem {
        @Test
        void waitsForTheLastDayOfPayment() {
            steps.registered(HANGZHOU, 9);
            autumn.becomes(PAID);
            assertThat(groups.list(clerk(HANGZHOU), session)).isEmpty();

            autumn.becomes(PAID.plusDays(1));

            assertThat(steps.only(HANGZHOU).candidates()).isEqualTo(9);
            assertThat(steps.only(HANGZHOU).status()).isEqualTo(SmallGroupStatus.OPEN);
            assertThat(steps.only(HANGZHOU).dueOn()).isEqualTo(LocalDate.of(2021, 8, 10));
            assertThat(steps.openTasks()).containsExactly("exam-small-group-propose");
        }

        @Test
        void happensOnceHoweverFarTheClockJumps() {
            steps.registered(HANGZHOU, 3);
            steps.registered(NINGBO, 10);
            autumn.becomes(LocalDate.of(2021, 10, 20));
            autumn.becomes(LocalDate.of(2021, 10, 21));

            assertThat(groups.list(PROVINCE_APPROVER, session))
                    .singleElement()
                    .extracting(group -> group.city().name())
                    .isEqualTo("杭州市");
            assertThat(steps.openTasks()).hasSize(1);
        }

        @Test
        void leavesTenAlone() {
            steps.registered(HANGZHOU, 10);
            autumn.becomes(PAID.plusDays(1));

            assertThat(groups.list(clerk(HANGZHOU), session)).isEmpty();
            autumn.arranged(session, HANGZHOU);
            steps.nobodyRunsAlone();
        }

        @Test
        void keepsTheCityFromArranging() {
            steps.registered(HANGZHOU, 9);
            autumn.registered(session, HANGZHOU, "保安员", 12);
            autumn.becomes(PAID.plusDays(1));

            assertThatExceptionOfType(ExamRefused.class)
                    .isThrownBy(() -> autumn.arranged(session, HANGZHOU))
                    .satisfies(no -> assertThat(no.code()).isEqualTo("exam.groups-undecided"))
                    .satisfies(no -> assertThat(no.source()).isEqualTo(CLAUSE));
        }

        @Test
        void endsWhenLatecomersMakeItEnough() {
            steps.registered(HANGZHOU, 9);
            autumn.becomes(PAID.plusDays(1));

            steps.registered(HANGZHOU, 1);

            assertThat(steps.only(HANGZHOU).status()).isEqualTo(SmallGroupStatus.ENOUGH);
            assertThat(steps.openTasks()).isEmpty();
        }

        @Test
        void endsWhenTheLastOneLeaves() {
            var one = steps.registered(HANGZHOU, 1).getFirst();
            autumn.becomes(PAID.plusDays(1));

            autumn.leaves(one);

            assertThat(steps.only(HANGZHOU).status()).isEqualTo(SmallGroupStatus.EMPTY);
        }
    }

    @Nested
    class LeavingLater {
        @Test
        void opensTheGroupAgainAndFreesItsSeats() {
            var people = steps.registered(HANGZHOU, 10);
            autumn.registered(session, HANGZHOU, "保安员", 10);
            autumn.becomes(PAID.plusDays(1));
            autumn.arranged(session, HANGZHOU);

            autumn.leaves(people.getFirst());

            assertThat(steps.only(HANGZHOU).candidates()).isEqualTo(9);
            assertThat(arrangements.find(clerk(HANGZHOU), session, HANGZHOU).seated())
                    .isEqualTo(10);
            steps.nobodyRunsAlone();
            steps.registered(HANGZHOU, 1);
            assertThat(arrangements.find(clerk(HANGZHOU), session, HANGZHOU).seated())
                    .isEqualTo(20);
        }

        @Test
        void changesNothingOnceTicketsAreOut() {
            var people = steps.registered(HANGZHOU, 10);
            autumn.becomes(PAID.plusDays(1));
            autumn.arranged(session, HANGZHOU);
            autumn.becomes(TICKETS);

            autumn.leaves(people.getFirst());

            assertThat(groups.list(clerk(HANGZHOU), session)).isEmpty();
            assertThat(arrangements.find(clerk(HANGZHOU), session, HANGZHOU).seated()).isEqualTo(9);
        }
    }
}
