package cn.jiping.score;

import static cn.jiping.plan.PlanFixtures.APPROVER;
import static cn.jiping.plan.PlanFixtures.CITY;
import static cn.jiping.plan.PlanFixtures.CLERK;
import static cn.jiping.plan.PlanFixtures.HANGZHOU;
import static cn.jiping.plan.PlanFixtures.draft;
import static cn.jiping.plan.PlanFixtures.offer;
import static cn.jiping.score.Marking.READER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import cn.jiping.clock.BusinessClock;
import cn.jiping.clock.SetBack;
import cn.jiping.exam.Arrangements;
import cn.jiping.exam.Entry;
import cn.jiping.exam.SeatView;
import cn.jiping.exam.Subject;
import cn.jiping.person.PersonFixtures;
import cn.jiping.person.Persons;
import cn.jiping.plan.ExamSessions;
import cn.jiping.plan.SessionId;
import cn.jiping.shared.Actor;
import cn.jiping.shared.Ids;
import cn.jiping.shared.SkillLevel;
import cn.jiping.testing.PagesAs;
import cn.jiping.testing.TestDatabase;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.test.ApplicationModuleTest;
import org.springframework.test.context.TestPropertySource;
import org.springframework.web.context.WebApplicationContext;

/** Two candidates of Hangzhou after the examination of 23 October 2021. */
@ApplicationModuleTest(
        mode = ApplicationModuleTest.BootstrapMode.ALL_DEPENDENCIES,
        extraIncludes = "web")
@Import({TestDatabase.class, PagesAs.class})
@TestPropertySource(
        properties = {"jiping.clock.movable=true", "jiping.clock.start=2021-07-01T09:00:00"})
@SuppressWarnings("NullAway.Init") // filled before each test
abstract class AfterTheExamination {
    static final LocalDate EXAM = LocalDate.of(2021, 10, 23);
    static final LocalDate PUBLISHED = LocalDate.of(2021, 11, 20);
    private static final Actor PROGRAM = Actor.program("test");

    @Autowired WebApplicationContext context;
    @Autowired Scores scores;
    @Autowired Arrangements arrangements;
    @Autowired ExamSessions sessions;
    @Autowired Persons persons;
    @Autowired BusinessClock clock;
    @Autowired JdbcClient jdbc;
    Marking marking;
    SessionId session;
    List<SeatView> seats;

    @BeforeEach
    void twoAreSeated() {
        marking = new Marking(context);
        SetBack.toTheStart(clock, jdbc);
        jdbc.sql("delete from exam.city_due").update();
        jdbc.sql("delete from plan.session").update();
        jdbc.sql("delete from institution.site").update();
        session = sessions.draft(CLERK, draft(offer("保安员")));
        sessions.announce(APPROVER, session, 0);
        enter("沈清和");
        enter("周启明");
        on(LocalDate.of(2021, 8, 9));
        marking.seat(session);
        seats = arrangements.seats(CITY, session, HANGZHOU);
    }

    private void enter(String name) {
        var person =
                persons.register(
                        PROGRAM,
                        PersonFixtures.draft(
                                name, PersonFixtures.residentId(LocalDate.of(1985, 3, 12))));
        arrangements.enter(
                PROGRAM,
                new Entry(
                        session,
                        Ids.next(),
                        person,
                        name,
                        new Entry.City(HANGZHOU, "杭州市"),
                        "保安员",
                        SkillLevel.SENIOR_TECHNICIAN,
                        Set.of(Subject.values())));
    }

    /** Nine in the morning of the day, if it is not later already. */
    void on(LocalDate day) {
        if (!clock.today().isBefore(day)) {
            return;
        }
        clock.moveTo(BusinessClock.startOf(day).plusSeconds(9 * 3600));
    }

    List<Object> row(int at, Object theory, Object skills, Object review) {
        var seat = seats.get(at);
        return List.of(seat.ticket(), seat.name(), theory, skills, review);
    }

    int readIn(Actor actor, List<?>... rows) throws IOException {
        return marking.readIn(actor, session, marking.file(Arrays.asList(rows)));
    }

    void everything() throws IOException {
        on(EXAM);
        readIn(READER, row(0, 60, 61.5, 100), row(1, 88, 59.9, "缺考"));
    }

    void release() {
        marking.release(session);
    }

    static void refused(String code, ThrowingCallable act) {
        assertThatExceptionOfType(ScoreRefused.class)
                .isThrownBy(act)
                .satisfies(no -> assertThat(no.code()).isEqualTo("score." + code));
    }
}
