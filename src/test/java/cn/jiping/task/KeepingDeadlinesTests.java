package cn.jiping.task;

import static cn.jiping.task.TaskFixtures.HANGZHOU;
import static cn.jiping.task.TaskFixtures.PRACTICE;
import static cn.jiping.task.TaskFixtures.PROGRAM;
import static cn.jiping.task.TaskFixtures.SAMPLE;
import static cn.jiping.task.TaskFixtures.XIHU;
import static cn.jiping.task.TaskFixtures.actor;
import static cn.jiping.task.TaskFixtures.draft;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.jiping.clock.BusinessClock;
import cn.jiping.shared.Role;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

@TaskTest
class KeepingDeadlinesTests {
    @Autowired Tasks tasks;
    @Autowired BusinessClock clock;
    @Autowired TaskDeadlines deadlines;
    @Autowired TaskStore store;
    @Autowired TransactionTemplate transaction;

    @Test
    void aLateTaskGoesUpStepByStepAndOnlyOnce() {
        var id = open("step-by-step", 5);

        moveDays(6);
        clock.runDueWork();
        var afterDue = wentUp(id);
        moveDays(4);
        clock.runDueWork();

        assertThat(afterDue).hasSize(1);
        assertThat(wentUp(id)).hasSize(2);
        assertThat(tasks.view(actor(Role.CITY_APPROVER, HANGZHOU, XIHU), id).roles())
                .contains(Role.COUNTY_APPROVER, Role.CITY_APPROVER, Role.COUNTY_REVIEWER);
    }

    @Test
    void severalDeadlinesPassedAtOnceAreAllSeenTo() {
        var ids = List.of(open("jump-1", 2), open("jump-2", 4), open("jump-3", 6));

        moveDays(30);
        deadlines.runDue(clock.now());

        assertThat(ids).allSatisfy(id -> assertThat(wentUp(id)).hasSize(2));
    }

    @Test
    void whoeverIsAtOneOfThemIsWaitedForAndTheOthersAreSeenTo() throws Exception {
        var ids = List.of(open("held-1", 2), open("held-2", 2), open("held-3", 2));
        moveDays(1);
        var later = clock.now().plus(Duration.ofDays(30));
        var held = new CountDownLatch(1);
        var free = new CountDownLatch(1);
        try (var threads = Executors.newFixedThreadPool(2)) {
            var holder =
                    threads.submit(() ->
                            transaction.executeWithoutResult(_ -> {
                                assertThat(store.lock(ids.get(1))).isPresent();
                                held.countDown();
                                await(free);
                            }));
            await(held);
            var looking = threads.submit(() -> deadlines.runDue(later));
            assertThatThrownBy(() -> looking.get(1, TimeUnit.SECONDS))
                    .isInstanceOf(TimeoutException.class);

            free.countDown();
            holder.get();
            looking.get();
        }

        assertThat(ids).allSatisfy(id -> assertThat(wentUp(id)).hasSize(2));
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(1, TimeUnit.MINUTES)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void whatIsClosedInTimeGoesNowhere() {
        var id = open("in-time", 3);
        tasks.close(PROGRAM, "in-time", "办完");

        moveDays(20);

        assertThat(wentUp(id)).isEmpty();
    }

    @Test
    void theNextThingDueIsTheEarliestReminder() {
        var farAway = clock.now().plus(Duration.ofDays(2_000));
        open("far-away", 2_020);
        open("farther-away", 2_030);

        assertThat(deadlines.nextDue(farAway))
                .hasValue(
                        clock.today()
                                .plusDays(2_021 - 3)
                                .atStartOfDay(BusinessClock.ZONE)
                                .toInstant());
    }

    private TaskId open(String key, int days) {
        var deadline = Deadline.endOf(clock.today().plusDays(days), PRACTICE);
        return tasks.open(PROGRAM, draft(SAMPLE, key, Role.COUNTY_REVIEWER, XIHU, deadline));
    }

    private void moveDays(int days) {
        clock.moveTo(clock.now().plus(Duration.ofDays(days)));
    }

    private List<TaskStep> wentUp(TaskId id) {
        return tasks.view(actor(Role.COUNTY_REVIEWER, XIHU), id).steps().stream()
                .filter(step -> step.act().equals("task.went-up"))
                .toList();
    }
}
