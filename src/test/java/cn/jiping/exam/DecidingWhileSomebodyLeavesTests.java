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
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * One of nine withdraws at the moment the province decides on the nine. Both change the group and
 * those who are in it; whoever comes second waits with nothing in hand.
 */
@ExamTest
@SuppressWarnings("NullAway.Init") // filled before each test
class DecidingWhileSomebodyLeavesTests {
    private static final Duration LIMIT = Duration.ofSeconds(60);

    @Autowired Autumn autumn;
    @Autowired SmallGroups groups;
    @Autowired SmallGroupStore store;
    @Autowired RosterFromRegistrations roster;
    @Autowired BusinessClock clock;
    @Autowired TransactionTemplate transaction;
    @Autowired JdbcClient jdbc;
    private ExecutorService people;
    private CountDownLatch held;
    private CountDownLatch over;
    private SessionId session;
    private List<Entry> nine;

    @BeforeEach
    void nineWait() {
        people = Executors.newFixedThreadPool(3);
        held = new CountDownLatch(1);
        over = new CountDownLatch(1);
        session = autumn.announced();
        nine = autumn.registered(session, HANGZHOU, "焊工", 9);
        autumn.registered(session, NINGBO, "焊工", 20);
        autumn.becomes(PAID.plusDays(1));
    }

    @AfterEach
    void everybodyGoesHome() {
        people.shutdownNow();
    }

    @Test
    void thenTheOneWhoLeavesAfterwardsIsMovedFirst() throws Exception {
        var somebodyElse = people.submit(this::holdsTheNumbers);
        held.await();
        var decides = people.submit(this::decide);
        awaitWaiting(1);
        var leaves = people.submit(this::leave);
        awaitWaiting(2);
        over.countDown();

        done(somebodyElse, decides, leaves);
        assertThat(welders(HANGZHOU)).isZero();
        assertThat(group().status()).isEqualTo(SmallGroupStatus.DECIDED);
        assertThat(welders(NINGBO)).isEqualTo(20 + 8);
    }

    @Test
    void thenTheOneWhoLeftBeforeIsNotMoved() throws Exception {
        var somebodyElse = people.submit(this::holdsTheNumbers);
        held.await();
        var leaves = people.submit(this::leave);
        awaitWaiting(1);
        over.countDown();
        done(somebodyElse, leaves);
        assertThat(group().candidates()).isEqualTo(8);

        decide();

        assertThat(welders(NINGBO)).isEqualTo(20 + 8);
        assertThat(store.loadChanged(session, nine.getFirst().id())).isEmpty();
    }

    /** Whoever does so keeps the others waiting until the end. */
    private void holdsTheNumbers() {
        transaction.executeWithoutResult(_ -> {
            store.lockFinal(session);
            held.countDown();
            try {
                over.await();
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        });
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
                roster.withdrawn(
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
        return store.loadMembers(GroupKey.of(nine.getFirst()).in(city)).size();
    }

    private void awaitWaiting(int many) throws InterruptedException {
        var until = System.nanoTime() + LIMIT.toNanos();
        while (waiting() < many) {
            assertThat(System.nanoTime()).as("%d wait", many).isLessThan(until);
            Thread.sleep(20);
        }
    }

    private int waiting() {
        return jdbc.sql(
                        """
                        select count(*) from pg_stat_activity
                        where datname = current_database() and wait_event_type = 'Lock'
                        """)
                .query(Integer.class)
                .single();
    }

    private static void done(Future<?>... all)
            throws ExecutionException, InterruptedException, TimeoutException {
        for (var one : all) {
            one.get(LIMIT.toSeconds(), TimeUnit.SECONDS);
        }
    }
}
