package cn.jiping.plan;

import static cn.jiping.plan.PlanFixtures.APPROVER;
import static cn.jiping.plan.PlanFixtures.BODY;
import static cn.jiping.plan.PlanFixtures.CITY;
import static cn.jiping.plan.PlanFixtures.CLERK;
import static cn.jiping.plan.PlanFixtures.HANGZHOU;
import static cn.jiping.plan.PlanFixtures.NINGBO;
import static cn.jiping.plan.PlanFixtures.OCTOBER;
import static cn.jiping.plan.PlanFixtures.OTHER_CITY;
import static cn.jiping.plan.PlanFixtures.ZHEJIANG;
import static cn.jiping.plan.PlanFixtures.draft;
import static cn.jiping.plan.PlanFixtures.offer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import cn.jiping.account.BodyDirectory;
import cn.jiping.clock.BusinessClock;
import cn.jiping.policy.DecisionDraft;
import cn.jiping.policy.Decisions;
import cn.jiping.policy.NoRule;
import cn.jiping.shared.Actor;
import cn.jiping.shared.BodyId;
import cn.jiping.shared.InvalidInput;
import cn.jiping.shared.NotFound;
import cn.jiping.shared.Paging;
import cn.jiping.shared.Scope;
import cn.jiping.shared.SkillLevel;
import cn.jiping.shared.Source;
import cn.jiping.shared.Stale;
import cn.jiping.task.TaskQuery;
import cn.jiping.task.TaskRow;
import cn.jiping.task.Tasks;
import cn.jiping.testing.TestDatabase;
import cn.jiping.testing.Together;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.test.ApplicationModuleTest;
import org.springframework.modulith.test.AssertablePublishedEvents;
import org.springframework.test.context.TestPropertySource;

@ApplicationModuleTest(mode = ApplicationModuleTest.BootstrapMode.ALL_DEPENDENCIES)
@Import({TestDatabase.class, OpeningASessionTests.OneBody.class})
@TestPropertySource(
        properties = {"jiping.clock.movable=true", "jiping.clock.start=2021-07-01T09:00:00"})
class OpeningASessionTests {
    private static final Actor PUBLIC = Actor.anybody("test");
    private static final Source ANNOUNCED_DAYS = new Source.Clause("ZJ2021", "一(二)");

    @Autowired ExamSessions sessions;
    @Autowired Decisions decisions;
    @Autowired Tasks tasks;
    @Autowired BusinessClock clock;
    @Autowired JdbcClient jdbc;

    /** 杭州的一家机构. */
    @TestComponent
    static class OneBody implements BodyDirectory {
        private static final Entry ONLY = new Entry(BODY, "杭州演示职业技能评价中心", HANGZHOU);

        @Override
        public List<Entry> search(Scope scope, String text, int atMost) {
            return Stream.of(ONLY).filter(body -> scope.covers(body.division())).toList();
        }

        @Override
        public Optional<Entry> find(Scope scope, BodyId body) {
            return search(scope, "", 1).stream().filter(one -> one.id().equals(body)).findAny();
        }
    }

    @BeforeEach
    void nothingIsOpen() {
        jdbc.sql("delete from task.step").update();
        jdbc.sql("delete from task.task").update();
        jdbc.sql("delete from plan.city_part").update();
        jdbc.sql("delete from plan.offering").update();
        jdbc.sql("delete from plan.session").update();
    }

    @Test
    void takesItsDaysFromTheCalendarAndItsPartsFromTheElevenCities() {
        var view = sessions.find(CLERK, sessions.draft(CLERK, draft(offer("保安员"))));

        assertThat(view.days().theoryOn()).isEqualTo(LocalDate.of(2021, 10, 23));
        assertThat(view.days().windows().opensOn()).isEqualTo(LocalDate.of(2021, 7, 14));
        assertThat(view.days().windows().payUntil()).isEqualTo(LocalDate.of(2021, 8, 6));
        assertThat(view.days().source()).isEqualTo(ANNOUNCED_DAYS);
        assertThat(view.parts()).hasSize(11).allMatch(part -> part.accepting() == null);
        assertThat(view.status()).isEqualTo(SessionStatus.DRAFT);
    }

    @Test
    void offersWhatTheDepartmentImplements() {
        var offerables = sessions.offerables(ZHEJIANG, OCTOBER, SkillLevel.SENIOR_TECHNICIAN);

        assertThat(offerables)
                .filteredOn(Offerable::admitted)
                .extracting(one -> one.occupation().name())
                .containsExactlyInAnyOrder("保安员", "安检员", "焊工");
        assertThat(offerables)
                .filteredOn(one -> !one.admitted())
                .extracting(one -> one.occupation().name())
                .containsExactlyInAnyOrder("民航乘务员", "机场运行指挥员", "消防员", "森林消防员", "应急救援员");
        assertThat(sessions.unifiedLevels(ZHEJIANG, OCTOBER))
                .containsExactly(SkillLevel.SENIOR_TECHNICIAN);
    }

    @Test
    void refusesAnOccupationOfAnotherDepartmentWithTheClause() {
        assertThatExceptionOfType(PlanRefused.class)
                .isThrownBy(() -> sessions.draft(CLERK, draft(offer("保安员"), offer("消防员"))))
                .returns("plan.not-offered", PlanRefused::code)
                .returns(new Source.Clause("ZJ2021", "一(一)1"), PlanRefused::source);
        assertThat(sessions.list(CLERK, SessionFilter.everything(), new Paging(1, 20)).total())
                .isZero();
    }

    @Test
    void refusesALevelThatTheCitiesOrganise() {
        assertThatExceptionOfType(PlanRefused.class)
                .isThrownBy(() -> sessions.draft(CLERK, draft(offer("保安员", SkillLevel.TECHNICIAN))))
                .returns(new Source.Clause("ZJ2021", "一(一)2"), PlanRefused::source);
    }

    @Test
    void refusesWhatIsNoOccupationTwiceTheSameOrNothing() {
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> sessions.draft(CLERK, draft(offer("无此职业"))));
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> sessions.draft(CLERK, draft(offer("焊工"), offer("焊工"))));
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> sessions.draft(CLERK, draft()));
    }

    @Test
    void refusesASessionThatIsNotInTheCalendar() {
        var may =
                new SessionDraft(
                        ZHEJIANG, new SessionCode("2021-05"), "五月", List.of(offer("焊工")), "k");

        assertThatExceptionOfType(NoRule.class).isThrownBy(() -> sessions.draft(CLERK, may));
    }

    @Test
    void keepsForEachOfferTheDecisionItRestsOn() {
        var id = sessions.draft(CLERK, draft(offer("保安员"), offer("焊工")));

        var kept = decisions.about(CLERK, new DecisionDraft.About("session", id.toString()));

        assertThat(kept)
                .hasSize(2)
                .allSatisfy(one -> {
                    assertThat(one.asked().topic()).isEqualTo("unified-offer");
                    assertThat(one.verdict().allowed()).isTrue();
                });
    }

    @Test
    void isDraftedOnceHoweverOftenItIsSent() {
        var draft = draft(offer("焊工"));

        assertThat(sessions.draft(CLERK, draft)).isEqualTo(sessions.draft(CLERK, draft));
        assertThatExceptionOfType(PlanRefused.class)
                .isThrownBy(() -> sessions.draft(CLERK, draft(offer("焊工"))))
                .returns("plan.session-exists", PlanRefused::code);
        assertThat(sessions.open(ZHEJIANG)).doesNotContain(OCTOBER);
    }

    @Test
    void isDraftedOnceAndHasOneWhoAcceptsUnderTwoClicks() {
        for (var round = 0; round < 20; round++) {
            nothingIsOpen();
            var draft = draft(offer("焊工"));
            Callable<SessionId> click = () -> sessions.draft(CLERK, draft);

            var drafted = Together.both(click, click);
            assertThat(drafted).containsOnly(drafted.getFirst());
            var id = drafted.getFirst();
            sessions.announce(APPROVER, id, 0);
            Together.twice(() -> sessions.accept(CITY, id, HANGZHOU, BODY, "0571-00000000", 0));

            assertThat(sessions.find(PUBLIC, id).part(HANGZHOU).orElseThrow().version())
                    .isEqualTo(1);
        }
    }

    @Test
    void isAnnouncedByASecondPersonAndThenOpenToAll(AssertablePublishedEvents events) {
        var id = sessions.draft(CLERK, draft(offer("焊工")));

        assertThatExceptionOfType(PlanRefused.class)
                .isThrownBy(() -> sessions.announce(CLERK, id, 0))
                .returns("plan.same-person", PlanRefused::code);
        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> sessions.find(PUBLIC, id));
        sessions.announce(APPROVER, id, 0);

        assertThat(sessions.find(PUBLIC, id).status()).isEqualTo(SessionStatus.ANNOUNCED);
        assertThat(events)
                .contains(PlanEvent.SessionAnnounced.class)
                .matching(event -> event.session().equals(id));
        assertThatExceptionOfType(Stale.class).isThrownBy(() -> sessions.announce(APPROVER, id, 0));
        assertThatExceptionOfType(PlanRefused.class)
                .isThrownBy(() -> sessions.announce(APPROVER, id, 1))
                .returns("plan.not-a-draft", PlanRefused::code);
    }

    @Test
    void leavesTasksForTheApproverAndThenForEachCity() {
        var id = sessions.draft(CLERK, draft(offer("焊工")));
        assertThat(waiting(APPROVER)).hasSize(1);

        sessions.announce(APPROVER, id, 0);

        assertThat(waiting(APPROVER)).isEmpty();
        assertThat(waiting(CITY)).hasSize(1);
        assertThat(waiting(OTHER_CITY)).hasSize(1);
    }

    private List<TaskRow> waiting(Actor actor) {
        return tasks.inbox(actor, TaskQuery.of(TaskQuery.View.WAITING), new Paging(1, 100)).rows();
    }

    @Test
    void cannotBeAnnouncedAfterRegistrationIsOver() {
        var id = sessions.draft(CLERK, draft(offer("焊工")));
        var session = sessions.find(CLERK, id);

        assertThat(session.days().windows().closesOn()).isEqualTo(LocalDate.of(2021, 7, 28));
        var aggregate =
                ExamSession.draft(
                        new ExamSession.Content(
                                session.heading(), session.days(), session.offerings(), null),
                        session.drafted());
        assertThatExceptionOfType(PlanRefused.class)
                .isThrownBy(
                        () -> aggregate.announce(APPROVER, LocalDate.of(2021, 7, 29), clock.now()))
                .returns("plan.registration-over", PlanRefused::code)
                .returns(ANNOUNCED_DAYS, PlanRefused::source);
        assertThat(aggregate.announce(APPROVER, LocalDate.of(2021, 7, 28), clock.now()))
                .isNotNull();
    }

    @Test
    void canBeDraftedAnewWhenTheFirstDraftIsDiscarded() {
        var first = sessions.draft(CLERK, draft(offer("焊工")));

        sessions.discard(CLERK, first, 0, "漏了保安员");

        assertThat(sessions.find(CLERK, first).status()).isEqualTo(SessionStatus.DISCARDED);
        assertThat(sessions.draft(CLERK, draft(offer("保安员")))).isNotEqualTo(first);
    }

    @Test
    void letsEachCityNameWhoAcceptsItsApplications() {
        var id = announced();

        sessions.accept(CITY, id, HANGZHOU, BODY, "0571-00000000", 0);
        sessions.accept(CITY, id, HANGZHOU, BODY, "0571-00000000", 0);

        var part = sessions.find(PUBLIC, id).part(HANGZHOU).orElseThrow();
        assertThat(part.accepting())
                .isEqualTo(new CityPart.Accepting(BODY, "杭州演示职业技能评价中心", "0571-00000000"));
        assertThat(part.version()).isEqualTo(1);
        assertThat(waiting(CITY)).isEmpty();
    }

    private SessionId announced() {
        var id = sessions.draft(CLERK, draft(offer("焊工")));
        sessions.announce(APPROVER, id, 0);
        return id;
    }

    @Test
    void letsNoCitySpeakForAnother() {
        var id = announced();

        assertThatExceptionOfType(NotFound.class)
                .isThrownBy(() -> sessions.accept(OTHER_CITY, id, HANGZHOU, BODY, "电话", 0));
        assertThatExceptionOfType(PlanRefused.class)
                .isThrownBy(() -> sessions.accept(OTHER_CITY, id, NINGBO, BODY, "电话", 0))
                .returns("plan.body-elsewhere", PlanRefused::code);
    }

    @Test
    void tellsTheSecondOfTwoClerksThatThePartHasChanged() {
        var id = announced();
        sessions.accept(CITY, id, HANGZHOU, BODY, "0571-00000000", 0);

        assertThatExceptionOfType(Stale.class)
                .isThrownBy(() -> sessions.accept(CITY, id, HANGZHOU, BODY, "0571-1", 0));
    }

    @Test
    void hidesDraftsFromCitiesAndTheirLists() {
        var id = sessions.draft(CLERK, draft(offer("焊工")));

        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> sessions.find(CITY, id));
        assertThat(sessions.list(CITY, SessionFilter.everything(), new Paging(1, 20)).rows())
                .isEmpty();
        assertThat(sessions.listAnnounced(SessionFilter.everything(), new Paging(1, 20)).rows())
                .isEmpty();
    }
}
