package cn.jiping.exam;

import static cn.jiping.exam.Autumn.PAID;
import static cn.jiping.exam.Autumn.PROVINCE_APPROVER;
import static cn.jiping.exam.Autumn.city;
import static cn.jiping.exam.Autumn.clerk;
import static cn.jiping.plan.PlanFixtures.HANGZHOU;
import static cn.jiping.plan.PlanFixtures.NINGBO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.jiping.database.Columns;
import cn.jiping.plan.SessionId;
import cn.jiping.shared.Actor;
import cn.jiping.shared.DivisionCode;
import cn.jiping.shared.Ids;
import cn.jiping.shared.PersonId;
import cn.jiping.shared.SkillLevel;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who comes to a group of welders, or leaves it for another city, once its review is arranged. */
@ExamTest
class JoiningPracticalsTests {
    private static final LocalDate SUNDAY = LocalDate.of(2021, 10, 24);

    @Autowired Autumn autumn;
    @Autowired PracticalArrangements practicals;
    @Autowired SmallGroups groups;
    @Autowired Arrangements arrangements;
    @Autowired ExamDues dues;
    @Autowired JdbcClient jdbc;
    private SessionId session = SessionId.next();

    @BeforeEach
    void anAnnouncedSession() {
        session = autumn.announced();
    }

    private List<Entry> welders(DivisionCode city, int count) {
        return autumn.registered(session, city, "焊工", count);
    }

    private void arranged(DivisionCode city) {
        autumn.becomes(PAID.plusDays(1));
        autumn.arranged(session, city);
    }

    private void entered(DivisionCode city, String note) {
        var one = practicals.list(clerk(city), session).getFirst();
        practicals.enter(
                clerk(city),
                one.key(),
                new PracticalDraft(autumn.site(city), SUNDAY, LocalTime.of(8, 30), note),
                "场地检修",
                one.version());
    }

    private void pooled(DivisionCode from, DivisionCode to) {
        var group = groups.list(clerk(from), session).getFirst();
        groups.decide(
                PROVINCE_APPROVER,
                session,
                group.id(),
                new GroupMeasure.Pool(city(to)),
                "就近统筹",
                group.version());
    }

    private List<String> told(Entry entry) {
        return jdbc.sql("select template from notice.message where key like :key order by id")
                .param("key", "exam/practical/" + session + "/" + entry.id() + "/%")
                .query((row, _) -> Columns.text(row, "template"))
                .list();
    }

    private void awaitTold(Entry entry, String... templates) {
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(told(entry)).containsExactly(templates));
    }

    private List<String> toEnter() {
        return jdbc.sql("select status from task.task where kind = :kind order by opened_at")
                .param("kind", DueTasks.ENTER.code())
                .query((row, _) -> Columns.text(row, "status"))
                .list();
    }

    @Test
    void tellsALatecomerOnce() {
        var first = welders(HANGZHOU, 12).getFirst();
        arranged(HANGZHOU);
        entered(HANGZHOU, "");
        awaitTold(first, "exam.practical-entered");

        var late = welders(HANGZHOU, 1).getFirst();

        awaitTold(late, "exam.practical-entered");
        assertThat(told(first)).hasSize(1);
        entered(HANGZHOU, "带业绩材料");
        awaitTold(late, "exam.practical-entered", "exam.practical-changed");
    }

    @Test
    void tellsALatecomerWhatWasChangedBeforeAsNews() {
        var first = welders(HANGZHOU, 12).getFirst();
        arranged(HANGZHOU);
        entered(HANGZHOU, "");
        awaitTold(first, "exam.practical-entered");
        entered(HANGZHOU, "带业绩材料");
        awaitTold(first, "exam.practical-entered", "exam.practical-changed");

        awaitTold(welders(HANGZHOU, 1).getFirst(), "exam.practical-entered");
    }

    @Test
    void tellsThoseWhoArePooledIn() {
        var six = welders(HANGZHOU, 6);
        welders(NINGBO, 12);
        arranged(NINGBO);
        entered(NINGBO, "");

        pooled(HANGZHOU, NINGBO);

        awaitTold(six.getLast(), "exam.practical-entered");
        assertThat(toEnter()).containsExactly("DONE");
    }

    @Test
    void waitsUntilItIsDecidedWhatBecomesOfTheirGroup() {
        var ten = welders(HANGZHOU, 10);
        welders(NINGBO, 12);
        arranged(HANGZHOU);
        autumn.arranged(session, NINGBO);
        entered(HANGZHOU, "");
        awaitTold(ten.getLast(), "exam.practical-entered");
        autumn.leaves(ten.get(0));
        autumn.leaves(ten.get(1));
        var late = welders(HANGZHOU, 1).getFirst();

        entered(NINGBO, "");
        pooled(HANGZHOU, NINGBO);

        awaitTold(late, "exam.practical-entered");
        awaitTold(ten.getLast(), "exam.practical-entered", "exam.practical-entered");
    }

    /** Those of Ningbo sit for what is written alone; nothing was to be entered there. */
    @Test
    void isATaskOfTheCityWhereTheFirstOfThemComes() {
        welders(HANGZHOU, 6);
        for (var n = 0; n < 12; n++) {
            arrangements.enter(Actor.program("test"), writtenOnly());
        }
        arranged(NINGBO);
        assertThat(toEnter()).isEmpty();

        pooled(HANGZHOU, NINGBO);

        assertThat(toEnter()).containsExactly("OPEN");
        assertThat(practicals.list(clerk(NINGBO), session))
                .singleElement()
                .returns(6, PracticalView::candidates);
    }

    private Entry writtenOnly() {
        return new Entry(
                session,
                Ids.next(),
                PersonId.next(),
                "周启明",
                city(NINGBO),
                "焊工",
                SkillLevel.SENIOR_TECHNICIAN,
                Set.of(Subject.THEORY));
    }

    @Test
    void isNoTaskOfACityThatTheyHaveAllLeft() {
        var ten = welders(HANGZHOU, 10);
        welders(NINGBO, 12);
        arranged(HANGZHOU);
        assertThat(toEnter()).containsExactly("OPEN");
        autumn.leaves(ten.getFirst());

        pooled(HANGZHOU, NINGBO);

        assertThat(toEnter()).containsExactly("CANCELLED");
        assertThat(dues.list(clerk(HANGZHOU), session)).isEmpty();
    }
}
