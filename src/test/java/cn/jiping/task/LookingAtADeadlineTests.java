package cn.jiping.task;

import static cn.jiping.task.TaskFixtures.PRACTICE;
import static cn.jiping.task.TaskFixtures.SAMPLE;
import static org.assertj.core.api.Assertions.assertThat;

import cn.jiping.clock.BusinessClock;
import cn.jiping.shared.DivisionCode;
import cn.jiping.shared.Role;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LookingAtADeadlineTests {
    private static final Duration ABOVE_AFTER = Duration.ofDays(3);
    private static final Deadline TENTH = Deadline.endOf(LocalDate.of(2021, 8, 10), PRACTICE);

    @Test
    void endsAtMidnightOfTheDay() {
        assertThat(TENTH.dueAt()).isEqualTo(at(11, 0));
        assertThat(TENTH.lateAt(at(11, 0).minusMillis(1))).isFalse();
        assertThat(TENTH.lateAt(at(11, 0))).isTrue();
    }

    @Test
    void nothingHappensBeforeTheFirstReminder() {
        var task = opened(TENTH, at(1, 9));

        assertThat(task.look(at(7, 23), ABOVE_AFTER)).isEmpty();
    }

    @Test
    void remindsOnceForEachDayAgreed() {
        var task = opened(TENTH, at(1, 9));

        assertThat(task.look(at(8, 0), ABOVE_AFTER)).containsExactly(Task.Passed.REMIND);
        assertThat(task.look(at(8, 12), ABOVE_AFTER)).isEmpty();
        assertThat(task.look(at(10, 0), ABOVE_AFTER)).containsExactly(Task.Passed.REMIND);
        assertThat(task.look(at(10, 23), ABOVE_AFTER)).isEmpty();
    }

    @Test
    void whenLateTheApproverMayDoItTooAndLaterTheOfficeAbove() {
        var task = opened(TENTH, at(1, 9));

        assertThat(task.look(at(11, 0), ABOVE_AFTER)).containsExactly(Task.Passed.OVERDUE);
        assertThat(task.duty().escalated()).containsExactly(Role.COUNTY_APPROVER);
        assertThat(task.look(at(14, 0), ABOVE_AFTER)).containsExactly(Task.Passed.OVERDUE_LONG);
        assertThat(task.duty().escalated())
                .containsExactlyInAnyOrder(Role.COUNTY_APPROVER, Role.CITY_APPROVER);
        assertThat(task.alarm().nextAt()).isNull();
    }

    @Test
    void aClockThatJumpsOverEverythingRemindsOfNothingButTellsEachStepOnce() {
        var task = opened(TENTH, at(1, 9));

        assertThat(task.look(at(30, 0), ABOVE_AFTER))
                .containsExactly(Task.Passed.OVERDUE, Task.Passed.OVERDUE_LONG);
        assertThat(task.look(at(30, 1), ABOVE_AFTER)).isEmpty();
    }

    @Test
    void whatIsNotToGoUpOnlySaysThatItIsLate() {
        var task = opened(TENTH.escalating(Escalation.NONE), at(1, 9));

        assertThat(task.look(at(30, 0), ABOVE_AFTER)).containsExactly(Task.Passed.OVERDUE);
        assertThat(task.duty().escalated()).isEmpty();
    }

    @Test
    void whatIsOpenedLateIsLateAtOnce() {
        var task = opened(TENTH, at(12, 9));

        assertThat(task.look(at(12, 9), ABOVE_AFTER)).containsExactly(Task.Passed.OVERDUE);
    }

    @Test
    void whatHasEndedIsLeftAlone() {
        var task = opened(TENTH, at(1, 9));
        task.end(TaskStatus.DONE, "系统", "", at(2, 0));

        assertThat(task.look(at(30, 0), ABOVE_AFTER)).isEmpty();
    }

    private static Task opened(Deadline deadline, Instant at) {
        var origin =
                new Task.Origin(
                        "key",
                        SAMPLE,
                        "审核",
                        new TaskSubject("application", "1", "/authority/applications/1"),
                        deadline,
                        at);
        var place = new TaskPlace.Division(new DivisionCode("330106"));
        return Task.open(
                origin,
                new Task.Duty(place, "西湖区", Set.of(Role.COUNTY_REVIEWER), Set.of()),
                ABOVE_AFTER);
    }

    private static Instant at(int day, int hour) {
        return LocalDate.of(2021, 8, day).atTime(hour, 0).atZone(BusinessClock.ZONE).toInstant();
    }
}
