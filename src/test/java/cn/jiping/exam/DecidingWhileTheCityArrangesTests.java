package cn.jiping.exam;

import static cn.jiping.exam.Autumn.PAID;
import static cn.jiping.exam.Autumn.PROVINCE_APPROVER;
import static cn.jiping.exam.Autumn.city;
import static cn.jiping.exam.Autumn.clerk;
import static cn.jiping.plan.PlanFixtures.HANGZHOU;
import static cn.jiping.plan.PlanFixtures.NINGBO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import cn.jiping.plan.ExamSessions;
import cn.jiping.plan.SessionId;
import cn.jiping.shared.DivisionCode;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/**
 * The province decides on six welders of Hangzhou at the moment a city arranges its seats. Whoever
 * comes second waits, and nobody of an undecided group is ever seated.
 */
@ExamTest
@SuppressWarnings("NullAway.Init") // filled before each test
class DecidingWhileTheCityArrangesTests {
    private static final LocalDate DAY = LocalDate.of(2021, 10, 30);
    private static final GroupMeasure POOL = new GroupMeasure.Pool(city(NINGBO));
    private static final GroupMeasure MOVE = new GroupMeasure.Move(DAY);

    @Autowired Autumn autumn;
    @Autowired SmallGroups groups;
    @Autowired Arrangements arrangements;
    @Autowired ExamSessions sessions;
    @Autowired ApplicationContext context;
    private SessionId session;
    private HeldNumbers held;

    @BeforeEach
    void sixWait() throws InterruptedException {
        session = autumn.announced();
        autumn.registered(session, HANGZHOU, "焊工", 6);
        autumn.registered(session, HANGZHOU, "保安员", 12);
        autumn.registered(session, NINGBO, "焊工", 12);
        autumn.becomes(PAID.plusDays(1));
        held = new HeldNumbers(context, session);
    }

    @AfterEach
    void everybodyGoesHome() {
        held.close();
    }

    private SmallGroupView six() {
        return groups.list(clerk(HANGZHOU), session).getFirst();
    }

    private void decide(GroupMeasure measure) {
        groups.decide(PROVINCE_APPROVER, session, six().id(), measure, "人数少", six().version());
    }

    private List<String> seated(SessionId in, DivisionCode city) {
        return arrangements.seats(clerk(city), in, city).stream()
                .map(SeatView::occupation)
                .toList();
    }

    private static void undecided(Future<?> arranging) {
        assertThatExceptionOfType(ExecutionException.class)
                .isThrownBy(() -> HeldNumbers.done(arranging))
                .havingCause()
                .isInstanceOfSatisfying(
                        ExamRefused.class,
                        no -> assertThat(no.code()).isEqualTo("exam.groups-undecided"));
    }

    @Test
    void thenTheOtherCitySeatsThemWithItsOwn() throws Exception {
        var decides = held.meanwhile(() -> decide(POOL));
        var arranges = held.meanwhile(() -> autumn.arranged(session, NINGBO));
        held.letGo();

        HeldNumbers.done(decides);
        HeldNumbers.done(arranges);
        assertThat(seated(session, NINGBO)).hasSize(12 + 6);
        assertThat(six().status()).isEqualTo(SmallGroupStatus.DECIDED);
    }

    @Test
    void thenTheyFindSeatsInTheOtherCityThatWasFaster() throws Exception {
        var arranges = held.meanwhile(() -> autumn.arranged(session, NINGBO));
        var decides = held.meanwhile(() -> decide(POOL));
        held.letGo();

        HeldNumbers.done(arranges);
        HeldNumbers.done(decides);
        assertThat(seated(session, NINGBO)).hasSize(12 + 6);
        assertThat(arrangements.find(clerk(NINGBO), session, NINGBO).waiting()).isZero();
    }

    @Test
    void thenTheirOwnCitySeatsTheOthersAlone() throws Exception {
        var decides = held.meanwhile(() -> decide(POOL));
        var arranges = held.meanwhile(() -> autumn.arranged(session, HANGZHOU));
        held.letGo();

        HeldNumbers.done(decides);
        HeldNumbers.done(arranges);
        assertThat(seated(session, HANGZHOU)).hasSize(12).containsOnly("保安员");
    }

    @Test
    void thenTheirOwnCityIsRefusedIfItWasFaster() throws Exception {
        var arranges = held.meanwhile(() -> autumn.arranged(session, HANGZHOU));
        var decides = held.meanwhile(() -> decide(POOL));
        held.letGo();

        undecided(arranges);
        HeldNumbers.done(decides);
        assertThat(seated(session, HANGZHOU)).isEmpty();
        autumn.arranged(session, HANGZHOU);
        assertThat(seated(session, HANGZHOU)).hasSize(12).containsOnly("保安员");
    }

    @Test
    void thenThoseOfALaterGroupAreSeatedOnTheOtherDayToo() throws Exception {
        held.letGo();
        decide(MOVE);
        var another = sessions.onOtherDays(session).getFirst().id();
        try (var again = new HeldNumbers(context, session)) {
            var arranges = again.meanwhile(() -> autumn.arranged(another, HANGZHOU));
            var comes = again.meanwhile(() -> autumn.registered(session, HANGZHOU, "焊工"));
            again.letGo();
            HeldNumbers.done(arranges);
            HeldNumbers.done(comes);
        }

        assertThat(seated(another, HANGZHOU)).hasSize(7).containsOnly("焊工");
        assertThat(seated(session, HANGZHOU)).isEmpty();
    }
}
