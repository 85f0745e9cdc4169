package cn.jiping.exam;

import static cn.jiping.exam.Autumn.PAID;
import static cn.jiping.exam.Autumn.PROVINCE_APPROVER;
import static cn.jiping.exam.Autumn.WENZHOU;
import static cn.jiping.exam.Autumn.clerk;
import static cn.jiping.plan.PlanFixtures.HANGZHOU;
import static cn.jiping.plan.PlanFixtures.NINGBO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import cn.jiping.plan.SessionId;
import cn.jiping.shared.InvalidInput;
import cn.jiping.shared.NotFound;
import cn.jiping.shared.Stale;
import cn.jiping.testing.Together;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Too few welders in one city, or in three, and what the province decides on them. */
@ExamTest
@SuppressWarnings("NullAway.Init") // filled before each test
class DecidingOnSmallGroupsTests {
    private static final LocalDate SPRING = LocalDate.of(2022, 5, 21);

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
    class Pooling {
        @BeforeEach
        void sixHereAndTwelveThere() {
            steps.registered(HANGZHOU, 6);
            steps.registered(NINGBO, 12);
            autumn.becomes(PAID.plusDays(1));
        }

        @Test
        void goesFromTheCityToTheProvince() {
            steps.propose(HANGZHOU, SmallGroupSteps.pool(NINGBO));
            assertThat(steps.openTasks()).containsExactly("exam-small-group-decide");
            assertThat(steps.only(HANGZHOU).dueOn()).isEqualTo(LocalDate.of(2021, 8, 9));
            SmallGroupSteps.refused("groups-undecided", () -> autumn.arranged(session, NINGBO));

            steps.decide(HANGZHOU, SmallGroupSteps.pool(NINGBO));

            assertThat(steps.openTasks()).isEmpty();
            assertThat(steps.only(HANGZHOU).status()).isEqualTo(SmallGroupStatus.DECIDED);
            autumn.arranged(session, NINGBO);
            assertThat(arrangements.seats(clerk(NINGBO), session, NINGBO)).hasSize(18);
            steps.nobodyRunsAlone();
        }

        @Test
        void tellsEverybodyUntilWhenTheyMayLeave() {
            steps.decide(HANGZHOU, SmallGroupSteps.pool(NINGBO));

            var member = autumn.registered(session, HANGZHOU, "焊工");
            var changed = groups.changed(Autumn.candidate(member.person()), member).orElseThrow();
            assertThat(changed.home().division()).isEqualTo(HANGZHOU);
            assertThat(changed.measure()).isEqualTo(SmallGroupSteps.pool(NINGBO));
            assertThat(changed.withdrawUntil()).isEqualTo(LocalDate.of(2021, 8, 14));
            assertThat(groups.changed(clerk(WENZHOU), member)).isEmpty();
            assertThat(arrangements.find(clerk(NINGBO), session, NINGBO).candidates())
                    .isEqualTo(19);
        }

        @Test
        void seatsThemAtOnceWhereEverybodySitsAlready() {
            autumn.arranged(session, NINGBO);

            steps.decide(HANGZHOU, SmallGroupSteps.pool(NINGBO));

            assertThat(arrangements.seats(clerk(NINGBO), session, NINGBO)).hasSize(18);
        }

        @Test
        void isDecidedOnceByTwoClicksAtOnce() {
            var group = steps.only(HANGZHOU);

            Together.twice(() ->
                    groups.decide(
                            PROVINCE_APPROVER,
                            session,
                            group.id(),
                            SmallGroupSteps.pool(NINGBO),
                            "就近",
                            group.version()));

            assertThat(steps.only(HANGZHOU).version()).isEqualTo(1);
            assertThat(arrangements.find(clerk(NINGBO), session, NINGBO).candidates())
                    .isEqualTo(18);
        }

        @Test
        void isDecidedOnceThoughPressedTwice() {
            var group = steps.only(HANGZHOU);
            for (var press = 0; press < 2; press++) {
                groups.decide(
                        PROVINCE_APPROVER,
                        session,
                        group.id(),
                        SmallGroupSteps.pool(NINGBO),
                        "就近",
                        group.version());
            }

            assertThat(steps.only(HANGZHOU).version()).isEqualTo(1);
            SmallGroupSteps.refused(
                    "group-settled", () -> steps.propose(HANGZHOU, SmallGroupSteps.pool(WENZHOU)));
            assertThatExceptionOfType(Stale.class)
                    .isThrownBy(() ->
                            groups.propose(
                                    clerk(HANGZHOU),
                                    session,
                                    group.id(),
                                    SmallGroupSteps.pool(NINGBO),
                                    "晚了",
                                    0));
        }

        @Test
        void wantsEnoughTogether() {
            SmallGroupSteps.refused(
                    "pooled-too-few", () -> steps.decide(HANGZHOU, SmallGroupSteps.pool(WENZHOU)));
            assertThatExceptionOfType(InvalidInput.class)
                    .isThrownBy(() -> steps.propose(HANGZHOU, SmallGroupSteps.pool(HANGZHOU)));
        }

        @Test
        void isSentBackWithAReason() {
            steps.propose(HANGZHOU, SmallGroupSteps.pool(NINGBO));
            var group = steps.only(HANGZHOU);

            groups.sendBack(PROVINCE_APPROVER, session, group.id(), "路途太远，请改期", group.version());

            assertThat(steps.only(HANGZHOU).status()).isEqualTo(SmallGroupStatus.OPEN);
            assertThat(steps.only(HANGZHOU).returned()).isEqualTo("路途太远，请改期");
            assertThat(steps.openTasks()).containsExactly("exam-small-group-propose");
        }

        @Test
        void staysWithTheProvince() {
            var group = steps.only(HANGZHOU);
            assertThat(groups.elsewhere(clerk(HANGZHOU), session, group.id())).isEmpty();
            assertThat(groups.elsewhere(PROVINCE_APPROVER, session, group.id()))
                    .containsExactly(Map.entry(NINGBO, 12));

            assertThatExceptionOfType(NotFound.class)
                    .isThrownBy(() ->
                            groups.decide(
                                    clerk(HANGZHOU),
                                    session,
                                    group.id(),
                                    SmallGroupSteps.pool(NINGBO),
                                    "x",
                                    0));
            assertThatExceptionOfType(NotFound.class)
                    .isThrownBy(() ->
                            groups.propose(
                                    clerk(NINGBO),
                                    session,
                                    group.id(),
                                    SmallGroupSteps.pool(WENZHOU),
                                    "x",
                                    0));
            assertThatExceptionOfType(NotFound.class)
                    .isThrownBy(() -> groups.find(clerk(NINGBO), session, group.id()));
            assertThat(groups.list(clerk(NINGBO), session)).isEmpty();
        }
    }

    @Nested
    class ThreeThatAreTooSmall {
        @BeforeEach
        void threeFourAndFive() {
            steps.registered(HANGZHOU, 3);
            steps.registered(NINGBO, 4);
            steps.registered(WENZHOU, 5);
            autumn.becomes(PAID.plusDays(1));
        }

        @Test
        void comeTogetherOneAfterTheOther() {
            steps.decide(HANGZHOU, SmallGroupSteps.pool(NINGBO));
            assertThat(steps.only(NINGBO).status()).isEqualTo(SmallGroupStatus.OPEN);
            assertThat(steps.only(NINGBO).candidates()).isEqualTo(7);
            SmallGroupSteps.refused("groups-undecided", () -> autumn.arranged(session, NINGBO));

            steps.decide(WENZHOU, SmallGroupSteps.pool(NINGBO));

            assertThat(steps.only(NINGBO).status()).isEqualTo(SmallGroupStatus.ENOUGH);
            autumn.arranged(session, NINGBO);
            steps.nobodyRunsAlone();
            assertThat(arrangements.seats(clerk(NINGBO), session, NINGBO)).hasSize(12);
        }

        @Test
        void takeThoseAlongWhoCameFirst() {
            steps.decide(HANGZHOU, SmallGroupSteps.pool(NINGBO));
            steps.decide(NINGBO, SmallGroupSteps.pool(WENZHOU));

            assertThat(steps.only(WENZHOU).status()).isEqualTo(SmallGroupStatus.ENOUGH);
            var decided = Objects.requireNonNull(steps.only(HANGZHOU).decided());
            assertThat(decided.measure()).isEqualTo(SmallGroupSteps.pool(WENZHOU));
            assertThat(arrangements.find(clerk(WENZHOU), session, WENZHOU).candidates())
                    .isEqualTo(12);
        }
    }

    @Nested
    class MovingToAnotherDay {
        @Test
        void seatsNobodyOnTheDayOfTheSession() {
            steps.registered(HANGZHOU, 4);
            autumn.registered(session, HANGZHOU, "保安员", 15);
            autumn.becomes(PAID.plusDays(1));

            steps.decide(HANGZHOU, new GroupMeasure.Move(SPRING));

            autumn.arranged(session, HANGZHOU);
            var exam = arrangements.find(clerk(HANGZHOU), session, HANGZHOU);
            assertThat(exam.seated()).isEqualTo(15);
            assertThat(exam.waiting()).isZero();
            steps.nobodyRunsAlone();
        }

        @Test
        void needsADayAfterTheSession() {
            steps.registered(HANGZHOU, 4);
            autumn.becomes(PAID.plusDays(1));

            assertThatExceptionOfType(InvalidInput.class)
                    .isThrownBy(() ->
                            steps.decide(
                                    HANGZHOU, new GroupMeasure.Move(LocalDate.of(2021, 10, 23))));
        }
    }
}
