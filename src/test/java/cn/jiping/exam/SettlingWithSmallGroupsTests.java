package cn.jiping.exam;

import static cn.jiping.exam.Autumn.PAID;
import static cn.jiping.exam.Autumn.city;
import static cn.jiping.plan.PlanFixtures.HANGZHOU;
import static cn.jiping.plan.PlanFixtures.NINGBO;
import static org.assertj.core.api.Assertions.assertThat;

import cn.jiping.payment.SettlementFilter;
import cn.jiping.payment.SettlementRow;
import cn.jiping.payment.Settlements;
import cn.jiping.plan.SessionId;
import cn.jiping.shared.Actor;
import cn.jiping.shared.DivisionCode;
import cn.jiping.shared.Paging;
import cn.jiping.shared.Scope;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** What a city hands on while its small groups are decided and may still leave. */
@ExamTest
@SuppressWarnings("NullAway.Init") // filled before each test
class SettlingWithSmallGroupsTests {
    private static final LocalDate SPRING = LocalDate.of(2022, 5, 21);

    @Autowired Autumn autumn;
    @Autowired ApplicationContext context;
    @Autowired Settlements settlements;
    @Autowired SmallGroupStore store;
    private SessionId session;
    private SmallGroupSteps steps;

    @BeforeEach
    void anAnnouncedSession() {
        session = autumn.announced();
        steps = new SmallGroupSteps(context, session);
    }

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
        steps.registered(HANGZHOU, 6);
        steps.registered(NINGBO, 12);
        autumn.becomes(PAID);
        assertThat(settled()).isEmpty();
        autumn.becomes(PAID.plusDays(1));
        assertThat(persons(NINGBO)).isEqualTo(12);
        assertThat(persons(HANGZHOU)).isEqualTo(-1);
        steps.decide(HANGZHOU, SmallGroupSteps.pool(NINGBO));
        autumn.becomes(LocalDate.of(2021, 8, 14));
        assertThat(persons(HANGZHOU)).isEqualTo(-1);

        autumn.becomes(LocalDate.of(2021, 8, 15));

        assertThat(persons(HANGZHOU)).isEqualTo(6);
        assertThat(persons(NINGBO)).isEqualTo(12);
    }

    @Test
    void followsTheNumberUntilTheCityHandsItOn() {
        var people = steps.registered(NINGBO, 12);
        autumn.becomes(PAID.plusDays(1));
        autumn.leaves(people.getFirst());
        autumn.becomes(PAID.plusDays(2));
        assertThat(persons(NINGBO)).isEqualTo(11);

        settlements.declare(Actor.program("test"), session.value(), NINGBO);
        autumn.leaves(people.getLast());
        autumn.becomes(PAID.plusDays(3));

        assertThat(persons(NINGBO)).isEqualTo(11);
    }

    @Test
    void countsThoseToSitOnAnotherDay() {
        steps.registered(NINGBO, 4);
        autumn.becomes(PAID.plusDays(1));
        steps.decide(NINGBO, new GroupMeasure.Move(SPRING));

        autumn.becomes(PAID.plusDays(30));

        assertThat(persons(NINGBO)).isEqualTo(4);
        assertThat(store.list(Scope.nowhere(), session)).isEmpty();
    }
}
