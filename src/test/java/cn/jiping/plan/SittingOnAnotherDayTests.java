package cn.jiping.plan;

import static cn.jiping.plan.PlanFixtures.APPROVER;
import static cn.jiping.plan.PlanFixtures.BODY;
import static cn.jiping.plan.PlanFixtures.CITY;
import static cn.jiping.plan.PlanFixtures.CLERK;
import static cn.jiping.plan.PlanFixtures.HANGZHOU;
import static cn.jiping.plan.PlanFixtures.ZHEJIANG;
import static cn.jiping.plan.PlanFixtures.draft;
import static cn.jiping.plan.PlanFixtures.offer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.groups.Tuple.tuple;

import cn.jiping.shared.Actor;
import cn.jiping.shared.NotFound;
import cn.jiping.shared.Paging;
import cn.jiping.shared.Ruling;
import cn.jiping.shared.Source;
import cn.jiping.testing.TestDatabase;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.test.ApplicationModuleTest;
import org.springframework.modulith.test.AssertablePublishedEvents;
import org.springframework.test.context.TestPropertySource;

/** A session for those of another whose examination was moved to a day of its own. */
@ApplicationModuleTest(mode = ApplicationModuleTest.BootstrapMode.ALL_DEPENDENCIES)
@Import({TestDatabase.class, OpeningASessionTests.OneBody.class})
@TestPropertySource(
        properties = {"jiping.clock.movable=true", "jiping.clock.start=2021-07-01T09:00:00"})
class SittingOnAnotherDayTests {
    private static final LocalDate DAY = LocalDate.of(2021, 10, 30);

    @Autowired ExamSessions sessions;
    @Autowired JdbcClient jdbc;
    private SessionId parent = SessionId.next();

    @BeforeEach
    void anAnnouncedSession() {
        jdbc.sql("delete from task.step").update();
        jdbc.sql("delete from task.task").update();
        jdbc.sql("delete from plan.city_part").update();
        jdbc.sql("delete from plan.offering").update();
        jdbc.sql("delete from plan.session").update();
        parent = sessions.draft(CLERK, draft(offer("保安员"), offer("焊工")));
        sessions.announce(APPROVER, parent, 0);
    }

    @Test
    void hasTheOffersOfTheOtherAndADayAndTicketsOfItsOwn(AssertablePublishedEvents events) {
        var view = sessions.find(CITY, sessions.onAnotherDay(APPROVER, parent, DAY));

        assertThat(view.parent()).isEqualTo(parent);
        assertThat(view.status()).isEqualTo(SessionStatus.ANNOUNCED);
        assertThat(view.heading().title()).isEqualTo("浙江省2021年10月职业资格全省统一鉴定（改期10月30日）");
        assertThat(view.offerings()).isEqualTo(sessions.find(CITY, parent).offerings());
        assertThat(view.days().examOn()).containsExactly(DAY);
        assertThat(view.days().from(SessionWindow.TICKETS)).isEqualTo(LocalDate.of(2021, 10, 25));
        assertThat(view.days().until(SessionWindow.TICKETS)).isEqualTo(DAY);
        assertThat(view.days().until(SessionWindow.PAYMENT)).isEqualTo(LocalDate.of(2021, 8, 6));
        assertThat(view.days().source()).isInstanceOf(Source.Practice.class);
        assertThat(
                        events.ofType(PlanEvent.SessionAnnounced.class)
                                .matching(event -> event.session().equals(view.id())))
                .hasSize(1);
    }

    @Test
    void isThereOnceForEachDay() {
        var first = sessions.onAnotherDay(APPROVER, parent, DAY);

        assertThat(sessions.onAnotherDay(APPROVER, parent, DAY)).isEqualTo(first);
        var other = sessions.onAnotherDay(APPROVER, parent, DAY.plusDays(7));
        assertThat(sessions.onOtherDays(parent))
                .extracting(SessionRow::id)
                .containsExactly(first, other);
        assertThat(sessions.onOtherDays(first)).isEmpty();
    }

    @Test
    void keepsTheCitiesOfTheOther() {
        var id = sessions.onAnotherDay(APPROVER, parent, DAY);

        sessions.accept(CITY, parent, HANGZHOU, BODY, "0571-00000000", 0);

        var part = sessions.find(CITY, id).part(HANGZHOU).orElseThrow();
        assertThat(part).isEqualTo(sessions.find(CITY, parent).part(HANGZHOU).orElseThrow());
        assertThatExceptionOfType(PlanRefused.class)
                .isThrownBy(
                        () -> sessions.accept(CITY, id, HANGZHOU, BODY, "0571-1", part.version()))
                .returns("plan.parts-of-another-day", PlanRefused::code);
    }

    @Test
    void takesNobodyIn() {
        var days = sessions.find(CITY, sessions.onAnotherDay(APPROVER, parent, DAY)).days();

        var opened = days.windows().opensOn();
        assertThat(days.judge(SessionWindow.REGISTRATION, opened.plusDays(15)))
                .isInstanceOf(Ruling.NotMet.class);
        assertThat(sessions.open(ZHEJIANG)).isEmpty();
    }

    /** ZJ2021 二(二): 不足10人的，将进行资源统筹或调整鉴定时间; the days are our choice. */
    @Test
    void restsOnTheClauseThatLetsTheTimeBeChangedAndOnThePracticeOfItsDays() {
        var basis = sessions.find(CITY, sessions.onAnotherDay(APPROVER, parent, DAY)).basis();

        assertThat(basis).hasSize(2);
        assertThat(basis.getFirst()).isEqualTo(new Source.Clause("ZJ2021", "二(二)"));
        assertThat(basis.getLast()).isInstanceOf(Source.Practice.class);
        assertThat(sessions.find(CITY, parent).basis())
                .containsExactly(new Source.Clause("ZJ2021", "一(二)"));
    }

    @Test
    void standsInTheListsWithTheOneItBelongsTo() {
        var id = sessions.onAnotherDay(APPROVER, parent, DAY);

        assertThat(sessions.listAnnounced(SessionFilter.everything(), new Paging(1, 20)).rows())
                .extracting(SessionRow::id, SessionRow::parent)
                .containsExactly(tuple(id, parent), tuple(parent, null));
    }

    /** 至少提前14天决定，最迟不超过原定考试日后8个月. */
    @Test
    void needsADayThatIsNeitherTooSoonNorTooLate() {
        refused(LocalDate.of(2021, 10, 23));
        refused(LocalDate.of(2022, 6, 24));
        assertThat(sessions.onAnotherDay(APPROVER, parent, LocalDate.of(2022, 6, 23))).isNotNull();
    }

    private void refused(LocalDate day) {
        assertThatExceptionOfType(PlanRefused.class)
                .isThrownBy(() -> sessions.onAnotherDay(APPROVER, parent, day))
                .returns("plan.another-day", PlanRefused::code)
                .satisfies(no -> assertThat(no.source()).isInstanceOf(Source.Practice.class));
    }

    @Test
    void isTheProvincesAndOfAnAnnouncedSessionOnly() {
        assertThatExceptionOfType(NotFound.class)
                .isThrownBy(() -> sessions.onAnotherDay(CITY, parent, DAY));
        var child = sessions.onAnotherDay(Actor.program("test"), parent, DAY);
        assertThatExceptionOfType(NotFound.class)
                .isThrownBy(() -> sessions.onAnotherDay(APPROVER, child, DAY.plusDays(7)));
    }
}
