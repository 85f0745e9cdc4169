package cn.jiping.task;

import static cn.jiping.task.TaskFixtures.BY_HAND;
import static cn.jiping.task.TaskFixtures.FORMER_JIANGGAN;
import static cn.jiping.task.TaskFixtures.HANGZHOU;
import static cn.jiping.task.TaskFixtures.NINGBO;
import static cn.jiping.task.TaskFixtures.PROGRAM;
import static cn.jiping.task.TaskFixtures.XIHU;
import static cn.jiping.task.TaskFixtures.YUHANG;
import static cn.jiping.task.TaskFixtures.ZHEJIANG;
import static cn.jiping.task.TaskFixtures.actor;
import static cn.jiping.task.TaskFixtures.draft;
import static cn.jiping.task.TaskFixtures.everywhere;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import cn.jiping.shared.Actor;
import cn.jiping.shared.DivisionCode;
import cn.jiping.shared.InvalidInput;
import cn.jiping.shared.NotFound;
import cn.jiping.shared.Role;
import cn.jiping.shared.Stale;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

@TaskTest
class DoingTasksTests {
    @Autowired Tasks tasks;
    @Autowired TaskFixtures.Town town;
    @Autowired TransactionTemplate transaction;

    final Actor reviewer = actor(Role.COUNTY_REVIEWER, XIHU);
    final Actor other = actor(Role.COUNTY_REVIEWER, XIHU);
    final Actor approver = actor(Role.COUNTY_APPROVER, XIHU);
    final Actor city = actor(Role.CITY_REVIEWER, HANGZHOU, XIHU, YUHANG);

    @Nested
    class Opening {
        @Test
        void twiceUnderOneKeyIsOneTask() {
            var first = tasks.open(PROGRAM, draft("once", Role.COUNTY_REVIEWER, XIHU));
            var second = tasks.open(PROGRAM, draft("once", Role.COUNTY_REVIEWER, XIHU));

            assertThat(second).isEqualTo(first);
            assertThat(tasks.view(reviewer, first).steps()).hasSize(1);
        }

        @Test
        void nothingIsOpenedIfTheActIsTakenBack() {
            var id =
                    transaction.execute(act -> {
                        act.setRollbackOnly();
                        return tasks.open(
                                PROGRAM, draft("rolled-back", Role.COUNTY_REVIEWER, XIHU));
                    });

            assertThatExceptionOfType(NotFound.class)
                    .isThrownBy(() -> tasks.view(reviewer, java.util.Objects.requireNonNull(id)));
        }
    }

    @Nested
    class Seeing {
        @Test
        void needsTheRoleAndTheScope() {
            var id = tasks.open(PROGRAM, draft("seen", Role.COUNTY_REVIEWER, XIHU));

            assertThat(sees(reviewer, id)).isTrue();
            assertThat(sees(actor(Role.COUNTY_CLERK, XIHU), id)).isFalse();
            assertThat(sees(actor(Role.COUNTY_REVIEWER, YUHANG), id)).isFalse();
            assertThat(sees(city, id)).isFalse();
            assertThat(sees(everywhere(Role.ADMINISTRATOR), id)).isFalse();
            assertThat(sees(Actor.anybody("127.0.0.1"), id)).isFalse();
        }

        @Test
        void followsCasesThatPassedFromAPredecessor() {
            var id = tasks.open(PROGRAM, draft("former", Role.COUNTY_REVIEWER, FORMER_JIANGGAN));

            assertThat(sees(actor(Role.COUNTY_REVIEWER, "330102", FORMER_JIANGGAN), id)).isTrue();
            assertThat(sees(actor(Role.COUNTY_REVIEWER, "330102"), id)).isFalse();
        }

        @Test
        void aClaimedTaskStaysVisibleToTheOffice() {
            var id = tasks.open(PROGRAM, draft("marked", Role.COUNTY_REVIEWER, XIHU));
            tasks.claim(reviewer, id);

            var standing = tasks.view(other, id).row().standing();

            assertThat(standing.status()).isEqualTo(TaskStatus.CLAIMED);
            assertThat(standing.claimant()).isEqualTo(reviewer.name());
            assertThat(standing.mine()).isFalse();
        }

        private boolean sees(Actor actor, TaskId id) {
            try {
                tasks.view(actor, id);
                return true;
            } catch (NotFound _) {
                return false;
            }
        }
    }

    @Nested
    class Claiming {
        @Test
        void secondsAreToldWhoHasIt() {
            var id = tasks.open(PROGRAM, draft("second", Role.COUNTY_REVIEWER, XIHU));
            tasks.claim(reviewer, id);

            assertThatExceptionOfType(TaskRefused.class)
                    .isThrownBy(() -> tasks.claim(other, id))
                    .returns("task.claimed", TaskRefused::code)
                    .satisfies(r -> assertThat(r.arguments()).contains(reviewer.name()));
        }

        @Test
        void twoAtOnceMakeOneWinner() throws Exception {
            for (var round = 0; round < 20; round++) {
                var id = tasks.open(PROGRAM, draft("race" + round, Role.COUNTY_REVIEWER, XIHU));

                var refused =
                        atOnce(() -> refusedToClaim(reviewer, id), () -> refusedToClaim(other, id));

                assertThat(refused).containsExactlyInAnyOrder(true, false);
            }
        }

        @Test
        void againByTheSameIsNothingNew() {
            var id = tasks.open(PROGRAM, draft("again", Role.COUNTY_REVIEWER, XIHU));
            tasks.claim(reviewer, id);
            tasks.claim(reviewer, id);

            assertThat(tasks.view(reviewer, id).steps()).hasSize(2);
        }

        @Test
        void isGivenBackByTheClaimantOrTheApproverOnly() {
            var id = tasks.open(PROGRAM, draft("release", Role.COUNTY_REVIEWER, XIHU));
            tasks.claim(reviewer, id);

            assertThatExceptionOfType(TaskRefused.class)
                    .isThrownBy(() -> tasks.release(other, id, 1, ""))
                    .returns("task.claimed", TaskRefused::code);
            tasks.release(reviewer, id, 1, "");
            tasks.claim(other, id);
            assertThat(tasks.view(other, id).row().standing().mine()).isTrue();
        }

        private boolean refusedToClaim(Actor actor, TaskId id) {
            try {
                tasks.claim(actor, id);
                return false;
            } catch (TaskRefused _) {
                return true;
            }
        }
    }

    @Nested
    class HandingOver {
        @Test
        void goesToAColleagueWhoThenHasIt() {
            town.employ(other);
            var id = tasks.open(PROGRAM, draft("colleague", Role.COUNTY_REVIEWER, XIHU));

            tasks.handOver(reviewer, id, 0, other.requireAccount(), "出差");

            assertThat(tasks.view(other, id).row().standing().mine()).isTrue();
        }

        @Test
        void doesNotLeaveTheOffice() {
            var elsewhere = town.employ(actor(Role.COUNTY_REVIEWER, YUHANG));
            var boss = town.employ(approver);
            var id = tasks.open(PROGRAM, draft("elsewhere", Role.COUNTY_REVIEWER, XIHU));

            for (var stranger : List.of(elsewhere, boss)) {
                assertThatExceptionOfType(TaskRefused.class)
                        .isThrownBy(() ->
                                tasks.handOver(reviewer, id, 0, stranger.requireAccount(), ""))
                        .returns("task.not-a-colleague", TaskRefused::code);
            }
        }

        @Test
        void upGoesToTheSameWorkAboveAndCanBeTakenBackWhileFree() {
            var id = tasks.open(PROGRAM, draft("up", Role.COUNTY_REVIEWER, XIHU));

            tasks.handUp(reviewer, id, 0, "超出本县权限");

            assertThat(tasks.view(city, id).roles()).containsExactly(Role.CITY_REVIEWER);
            assertThat(tasks.view(reviewer, id).actions().takeBack()).isTrue();
            tasks.takeBack(reviewer, id, 1, "");
            assertThat(tasks.view(reviewer, id).roles()).containsExactly(Role.COUNTY_REVIEWER);
        }

        @Test
        void whatTheOfficeAboveHasTakenInHandStaysThere() {
            var id = tasks.open(PROGRAM, draft("kept", Role.COUNTY_REVIEWER, XIHU));
            tasks.handUp(reviewer, id, 0, "超出本县权限");
            tasks.claim(city, id);

            assertThatExceptionOfType(TaskRefused.class)
                    .isThrownBy(() -> tasks.takeBack(reviewer, id, 2, ""))
                    .returns("task.claimed", TaskRefused::code);
        }

        @Test
        void downGoesToACountyOfTheCityOnly() {
            var id = tasks.open(PROGRAM, draft("down", Role.CITY_REVIEWER, HANGZHOU));

            assertThat(tasks.below(city, id)).extracting(Below::name).containsExactly("西湖区", "余杭区");
            assertThatExceptionOfType(TaskRefused.class)
                    .isThrownBy(() -> tasks.handDown(city, id, 0, new DivisionCode(NINGBO), "属地办理"))
                    .returns("task.no-office-there", TaskRefused::code);
            tasks.handDown(city, id, 0, new DivisionCode(XIHU), "属地办理");
            assertThat(tasks.view(reviewer, id).row().place()).isEqualTo("西湖区");
        }

        @Test
        void downStaysInsideTheScopeOfWhoHandsIt() {
            var id = tasks.open(PROGRAM, draft("half", Role.CITY_REVIEWER, HANGZHOU));
            var half = actor(Role.CITY_REVIEWER, HANGZHOU, XIHU);

            assertThatExceptionOfType(TaskRefused.class)
                    .isThrownBy(() -> tasks.handDown(half, id, 0, new DivisionCode(YUHANG), "属地办理"))
                    .returns("task.no-office-there", TaskRefused::code);
        }

        @Test
        void upEndsAtTheProvince() {
            var province = everywhere(Role.PROVINCE_REVIEWER);
            var id = tasks.open(PROGRAM, draft("top", Role.PROVINCE_REVIEWER, ZHEJIANG));

            assertThatExceptionOfType(TaskRefused.class)
                    .isThrownBy(() -> tasks.handUp(province, id, 0, "原因"))
                    .returns("task.no-office-there", TaskRefused::code);
        }

        @Test
        void upAndDownNeedAReason() {
            var id = tasks.open(PROGRAM, draft("why", Role.COUNTY_REVIEWER, XIHU));

            assertThatExceptionOfType(InvalidInput.class)
                    .isThrownBy(() -> tasks.handUp(reviewer, id, 0, "  "));
        }

        @Test
        void fromAStalePageSaysWhatHappenedMeanwhile() {
            town.employ(other);
            var id = tasks.open(PROGRAM, draft("stale", Role.COUNTY_REVIEWER, XIHU));
            tasks.claim(reviewer, id);
            tasks.release(reviewer, id, 1, "");

            assertThatExceptionOfType(Stale.class)
                    .isThrownBy(() -> tasks.handOver(reviewer, id, 0, other.requireAccount(), ""))
                    .satisfies(stale -> {
                        assertThat(stale.changedBy()).isEqualTo(reviewer.name());
                        assertThat(stale.changes())
                                .extracting(Stale.Change::field)
                                .containsExactly("act.task.claimed", "act.task.released");
                    });
        }
    }

    @Nested
    class Ending {
        @Test
        void theModuleClosesItWhoeverHasIt() {
            var id = tasks.open(PROGRAM, draft("closed", Role.COUNTY_REVIEWER, XIHU));
            tasks.claim(reviewer, id);

            assertThat(tasks.close(PROGRAM, "closed", "已审核")).isTrue();
            assertThat(tasks.close(PROGRAM, "closed", "已审核")).isFalse();
            assertThat(tasks.view(other, id).row().standing().status()).isEqualTo(TaskStatus.DONE);
            assertThatExceptionOfType(TaskRefused.class)
                    .isThrownBy(() -> tasks.claim(other, id))
                    .returns("task.ended", TaskRefused::code);
        }

        @Test
        void isRefusedOnTheTaskPageIfTheModuleClosesIt() {
            var id = tasks.open(PROGRAM, draft("module", Role.COUNTY_REVIEWER, XIHU));

            assertThatExceptionOfType(TaskRefused.class)
                    .isThrownBy(() -> tasks.finish(reviewer, id, 0, "办完"))
                    .returns("task.closed-by-its-module", TaskRefused::code);
        }

        @Test
        void byHandIsForWhoHasItOrAnybodyWhileItIsFree() {
            var draft = draft(BY_HAND, "by-hand", Role.COUNTY_REVIEWER, XIHU, null);
            var id = tasks.open(PROGRAM, draft);
            tasks.claim(reviewer, id);

            assertThatExceptionOfType(TaskRefused.class)
                    .isThrownBy(() -> tasks.finish(other, id, 1, "办完"))
                    .returns("task.claimed", TaskRefused::code);
            tasks.finish(reviewer, id, 1, "办完");
            assertThat(tasks.view(reviewer, id).row().standing().status())
                    .isEqualTo(TaskStatus.DONE);
        }

        @Test
        void cancellingWhatWasNeverOpenedIsNothing() {
            assertThat(tasks.cancel(PROGRAM, "never-opened", "")).isFalse();
        }
    }

    private static List<Boolean> atOnce(Callable<Boolean> one, Callable<Boolean> two)
            throws InterruptedException, ExecutionException {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var results = threads.invokeAll(List.of(one, two));
            return List.of(of(results.getFirst()), of(results.getLast()));
        }
    }

    private static boolean of(Future<Boolean> result)
            throws InterruptedException, ExecutionException {
        return result.get();
    }
}
