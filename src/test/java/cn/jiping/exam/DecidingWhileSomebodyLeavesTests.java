package cn.jiping.exam;

import static cn.jiping.exam.Autumn.PAID;
import static cn.jiping.exam.Autumn.PROVINCE_APPROVER;
import static cn.jiping.exam.Autumn.city;
import static cn.jiping.exam.Autumn.clerk;
import static cn.jiping.plan.PlanFixtures.BODY;
import static cn.jiping.plan.PlanFixtures.HANGZHOU;
import static cn.jiping.plan.PlanFixtures.NINGBO;
import static org.assertj.core.api.Assertions.assertThat;

import cn.jiping.clock.BusinessClock;
import cn.jiping.plan.SessionId;
import cn.jiping.registration.ApplicationId;
import cn.jiping.registration.RegistrationEvent;
import cn.jiping.shared.DivisionCode;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * One of nine withdraws at the moment the province decides on the nine. Both change the group and
 * those who are in it; whoever comes second waits with nothing in hand.
 */
@ExamTest
@SuppressWarnings("NullAway.Init") // filled before each test
class DecidingWhileSomebodyLeavesTests {
    @Autowired Autumn autumn;
    @Autowired SmallGroups groups;
    @Autowired GroupRosterStore roster;
    @Autowired ChangedExamStore told;
    @Autowired RosterFromRegistrations registrations;
    @Autowired BusinessClock clock;
    @Autowired TransactionTemplate transaction;
    @Autowired ApplicationContext context;
    private HeldNumbers held;
    private SessionId session;
    private List<Entry> nine;

    @BeforeEach
    void nineWait() throws InterruptedException {
        session = autumn.announced();
        nine = autumn.registered(session, HANGZHOU, "焊工", 9);
        autumn.registered(session, NINGBO, "焊工", 20);
        autumn.becomes(PAID.plusDays(1));
        held = new HeldNumbers(context, session);
    }

    @AfterEach
    void everybodyGoesHome() {
        held.close();
    }

    @Test
    void thenTheOneWhoLeavesAfterwardsIsMovedFirst() throws Exception {
        var decides = held.meanwhile(this::decide);
        var leaves = held.meanwhile(this::leave);
        held.letGo();

        HeldNumbers.done(decides);
        HeldNumbers.done(leaves);
        assertThat(welders(HANGZHOU)).isZero();
        assertThat(group().status()).isEqualTo(SmallGroupStatus.DECIDED);
        assertThat(welders(NINGBO)).isEqualTo(20 + 8);
    }

    @Test
    void thenTheOneWhoLeftBeforeIsNotMoved() throws Exception {
        var leaves = held.meanwhile(this::leave);
        held.letGo();
        HeldNumbers.done(leaves);
        assertThat(group().candidates()).isEqualTo(8);

        decide();

        assertThat(welders(NINGBO)).isEqualTo(20 + 8);
        assertThat(told.loadChanged(session, nine.getFirst().id())).isEmpty();
    }

    private void decide() {
        var group = group();
        groups.decide(
                PROVINCE_APPROVER,
                session,
                group.id(),
                new GroupMeasure.Pool(city(NINGBO)),
                "就近统筹",
                group.version());
    }

    private SmallGroupView group() {
        return groups.list(clerk(HANGZHOU), session).getFirst();
    }

    private void leave() {
        var entry = nine.getFirst();
        transaction.executeWithoutResult(_ ->
                registrations.withdrawn(
                        new RegistrationEvent.Withdrawn(
                                new RegistrationEvent.ApplicationRef(
                                        session,
                                        new ApplicationId(entry.id()),
                                        entry.person(),
                                        HANGZHOU,
                                        BODY),
                                clock.now())));
    }

    private int welders(DivisionCode city) {
        return roster.loadMembers(GroupKey.of(nine.getFirst()).in(city)).size();
    }
}
