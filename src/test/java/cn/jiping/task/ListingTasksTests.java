package cn.jiping.task;

import static cn.jiping.task.TaskFixtures.HANGZHOU;
import static cn.jiping.task.TaskFixtures.NINGBO;
import static cn.jiping.task.TaskFixtures.PRACTICE;
import static cn.jiping.task.TaskFixtures.PROGRAM;
import static cn.jiping.task.TaskFixtures.SAMPLE;
import static cn.jiping.task.TaskFixtures.XIHU;
import static cn.jiping.task.TaskFixtures.YUHANG;
import static cn.jiping.task.TaskFixtures.actor;
import static cn.jiping.task.TaskFixtures.draft;
import static cn.jiping.task.TaskFixtures.everywhere;
import static org.assertj.core.api.Assertions.assertThat;

import cn.jiping.clock.BusinessClock;
import cn.jiping.shared.Actor;
import cn.jiping.shared.Office;
import cn.jiping.shared.Paging;
import cn.jiping.shared.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@TaskTest
class ListingTasksTests {
    private static final TaskQuery WAITING = TaskQuery.of(TaskQuery.View.WAITING);

    @Autowired Tasks tasks;
    @Autowired BusinessClock clock;
    @Autowired TransactionTemplate transaction;
    @Autowired JdbcClient jdbc;

    @Test
    void tenThousandRowsCanBePagedThroughWithoutLossOrDoubles() {
        var clerk = actor(Role.CITY_CLERK, HANGZHOU);
        transaction.executeWithoutResult(_ ->
                IntStream.range(0, 10_000)
                        .forEach(n -> open("page" + n, Role.CITY_CLERK, HANGZHOU, n % 7)));

        var seen =
                IntStream.rangeClosed(1, 50)
                        .mapToObj(page -> tasks.inbox(clerk, WAITING, new Paging(page, 200)))
                        .flatMap(slice -> slice.rows().stream())
                        .map(TaskRow::id)
                        .toList();
        var exported = new ArrayList<TaskId>();
        tasks.export(clerk, WAITING).forEachRemaining(row -> exported.add(row.id()));

        assertThat(seen).hasSize(10_000).doesNotHaveDuplicates().isEqualTo(exported);
        assertThat(tasks.counts(clerk).full()).isTrue();
    }

    @Test
    void everyRoleSeesItsOwnPlacesOnly() {
        open("xihu", Role.COUNTY_FINANCE, XIHU, 1);
        open("yuhang", Role.COUNTY_FINANCE, YUHANG, 1);
        open("city", Role.CITY_FINANCE, HANGZHOU, 1);
        open("about-xihu", Role.CITY_FINANCE, XIHU, 1);
        open("ningbo", Role.CITY_FINANCE, NINGBO, 1);

        assertThat(titles(actor(Role.COUNTY_FINANCE, XIHU))).containsExactly("xihu");
        assertThat(titles(actor(Role.COUNTY_FINANCE, YUHANG))).containsExactly("yuhang");
        assertThat(titles(actor(Role.CITY_FINANCE, HANGZHOU, XIHU, YUHANG)))
                .containsExactlyInAnyOrder("city", "about-xihu");
        assertThat(titles(everywhere(Role.CITY_FINANCE)))
                .containsExactlyInAnyOrder("city", "about-xihu", "ningbo");
        assertThat(titles(everywhere(Role.COUNTY_CLERK))).isEmpty();
    }

    @Test
    void theMostUrgentStandsFirstAndThoseWithoutDeadlineLast() {
        open("in-five", Role.COUNTY_SUPERVISOR, XIHU, 5);
        tasks.open(PROGRAM, draft("some-day", Role.COUNTY_SUPERVISOR, XIHU));
        open("in-two", Role.COUNTY_SUPERVISOR, XIHU, 2);

        assertThat(titles(actor(Role.COUNTY_SUPERVISOR, XIHU)))
                .containsExactly("in-two", "in-five", "some-day");
    }

    @Test
    void countsTellWhatIsLateDueTodayMineAndFree() {
        var supervisor = actor(Role.CITY_SUPERVISOR, NINGBO);
        var mine = open("late", Role.CITY_SUPERVISOR, NINGBO, -1);
        open("today", Role.CITY_SUPERVISOR, NINGBO, 0);
        open("later", Role.CITY_SUPERVISOR, NINGBO, 9);
        tasks.claim(supervisor, mine);

        assertThat(tasks.counts(supervisor)).isEqualTo(new TaskCounts(3, 2, 1, 1, 1));
        assertThat(tasks.counts(supervisor.scope(), Role.CITY_SUPERVISOR).mine()).isZero();
    }

    @Test
    void viewsNarrowTheList() {
        var reviewer = actor(Role.CITY_REVIEWER, NINGBO);
        var claimed = open("claimed", Role.CITY_REVIEWER, NINGBO, 1);
        var handed = open("handed", Role.CITY_REVIEWER, NINGBO, 1);
        open("free", Role.CITY_REVIEWER, NINGBO, -2);
        open("done", Role.CITY_REVIEWER, NINGBO, 1);
        tasks.claim(reviewer, claimed);
        tasks.handUp(reviewer, handed, 0, "请省里定");
        tasks.close(PROGRAM, "done", "办完");

        assertThat(titles(reviewer, TaskQuery.View.MINE)).containsExactly("claimed");
        assertThat(titles(reviewer, TaskQuery.View.UNCLAIMED)).containsExactly("free");
        assertThat(titles(reviewer, TaskQuery.View.OVERDUE)).containsExactly("free");
        assertThat(titles(reviewer, TaskQuery.View.HANDED)).containsExactly("handed");
        assertThat(titles(reviewer, TaskQuery.View.ENDED)).containsExactly("done");
    }

    @Test
    void wordsTypedAreFoundInTitleAndPlace() {
        var clerk = actor(Role.COUNTY_CLERK, XIHU, YUHANG);
        open("焊工%", Role.COUNTY_CLERK, XIHU, 1);
        open("钳工", Role.COUNTY_CLERK, YUHANG, 1);

        assertThat(titles(clerk, new TaskQuery(WAITING.view(), null, null, "%", WAITING.order())))
                .containsExactly("焊工%");
        assertThat(titles(clerk, new TaskQuery(WAITING.view(), null, "余杭", null, WAITING.order())))
                .containsExactly("钳工");
        assertThat(
                        titles(
                                clerk,
                                new TaskQuery(WAITING.view(), "none", null, null, WAITING.order())))
                .isEmpty();
    }

    @Test
    void latinWordsAreFoundInEitherCase() {
        var clerk = actor(Role.COUNTY_FINANCE, YUHANG);
        open("复核 Excel 名册", Role.COUNTY_FINANCE, YUHANG, 1);

        assertThat(titles(clerk, searching("excel 名册"))).containsExactly("复核 Excel 名册");
        assertThat(titles(clerk, searching("名册"))).containsExactly("复核 Excel 名册");
    }

    @Test
    void behindTheLastRowTheNumberIsStillTold() {
        var finance = actor(Role.PROVINCE_FINANCE, NINGBO);
        open("only", Role.PROVINCE_FINANCE, NINGBO, 1);

        var slice = tasks.inbox(finance, WAITING, new Paging(2, 20));

        assertThat(slice.rows()).isEmpty();
        assertThat(slice.total()).isOne();
    }

    @Test
    void everyReadingIsPlannedForTheRoleAndPlacesThatAsk() {
        var clerk = actor(Role.CITY_CLERK, NINGBO);

        transaction.executeWithoutResult(_ -> {
            for (var time = 0; time < 20; time++) {
                tasks.inbox(clerk, WAITING, new Paging(1, 20));
                tasks.counts(clerk);
                tasks.export(clerk, WAITING).forEachRemaining(_ -> {});
            }
            assertThat(plansForAnybody()).containsOnly(0L).hasSizeGreaterThanOrEqualTo(3);
        });
    }

    /** What this connection's prepared statements about tasks were planned for without values. */
    private List<Long> plansForAnybody() {
        return jdbc.sql(
                        "select generic_plans from pg_prepared_statements where statement like"
                                + " '%roles @>%'")
                .query((row, _) -> row.getLong(1))
                .list();
    }

    private static TaskQuery searching(String words) {
        return new TaskQuery(WAITING.view(), null, null, words, WAITING.order());
    }

    @Test
    void anOfficeSeesHowMuchWaitsInTheOfficesBelow() {
        open("below-1", Role.COUNTY_APPROVER, XIHU, -1);
        open("below-2", Role.COUNTY_APPROVER, XIHU, 3);

        assertThat(tasks.countsByOffice(actor(Role.CITY_APPROVER, HANGZHOU, XIHU)))
                .filteredOn(count -> count.place().equals("西湖区") && count.office() == Office.COUNTY)
                .allSatisfy(count -> assertThat(count.overdue()).isPositive());
        assertThat(tasks.countsByOffice(actor(Role.CITY_APPROVER, NINGBO)))
                .noneMatch(count -> count.place().equals("西湖区"));
    }

    private TaskId open(String key, Role role, String division, int days) {
        var deadline = Deadline.endOf(clock.today().plusDays(days), PRACTICE);
        return tasks.open(PROGRAM, draft(SAMPLE, key, role, division, deadline));
    }

    private List<String> titles(Actor actor) {
        return titles(actor, WAITING);
    }

    private List<String> titles(Actor actor, TaskQuery.View view) {
        return titles(actor, TaskQuery.of(view));
    }

    private List<String> titles(Actor actor, TaskQuery query) {
        return Stream.of(tasks.inbox(actor, query, new Paging(1, 50)))
                .flatMap(slice -> slice.rows().stream())
                .map(TaskRow::title)
                .toList();
    }
}
