package cn.jiping.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import cn.jiping.shared.Actor;
import cn.jiping.testing.TestDatabase;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.test.ApplicationModuleTest;
import org.springframework.modulith.test.ApplicationModuleTest.BootstrapMode;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

@ApplicationModuleTest(mode = BootstrapMode.ALL_DEPENDENCIES)
@Import(TestDatabase.class)
class RecordingActsTests {
    private static final Actor PROGRAM = Actor.program("test");

    @Autowired AuditTrail trail;
    @Autowired TransactionTemplate transaction;
    @Autowired PlatformTransactionManager transactions;
    @Autowired JdbcClient jdbc;

    @Test
    void writesTheActItsPayloadAndItsPlaceInTheQueueTogether() {
        transaction.executeWithoutResult(
                _ -> trail.record(PROGRAM, Act.of("test.kept", "thing", "kept")));

        assertThat(rows("audit.act", "subject_id", "kept")).isOne();
        assertThat(jdbc.sql("select count(*) from audit.pending").query(Long.class).single())
                .isEqualTo(
                        jdbc.sql("select count(*) from audit.payload").query(Long.class).single());
    }

    @Test
    void leavesNothingWhenTheTransactionIsRolledBack() {
        transaction.executeWithoutResult(status -> {
            trail.record(PROGRAM, Act.of("test.undone", "thing", "undone"));
            status.setRollbackOnly();
        });

        assertThat(rows("audit.act", "subject_id", "undone")).isZero();
    }

    @Test
    void keepsWhatATransactionInsideAnotherDidThoughTheOuterOneIsRolledBack() {
        var apart = new TransactionTemplate(transactions);
        apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);

        transaction.executeWithoutResult(status -> {
            trail.record(PROGRAM, Act.of("test.outer", "nested", "outer"));
            apart.executeWithoutResult(
                    _ -> trail.record(PROGRAM, Act.of("test.inner", "nested", "inner")));
            status.setRollbackOnly();
        });

        assertThat(rows("audit.act", "subject_type", "nested")).isOne();
        assertThat(rows("audit.act", "subject_id", "inner")).isOne();
    }

    @Test
    void keepsWhatIsRecordedWhileTheTransactionCommits() {
        transaction.executeWithoutResult(_ -> {
            trail.record(PROGRAM, Act.of("test.early", "late", "early"));
            TransactionSynchronizationManager.registerSynchronization(
                    new TransactionSynchronization() {
                        @Override
                        public void beforeCommit(boolean readOnly) {
                            trail.record(PROGRAM, Act.of("test.late", "late", "late"));
                        }
                    });
        });

        assertThat(rows("audit.act", "subject_type", "late")).isEqualTo(2);
    }

    @Test
    void mustStandInTheTransactionOfTheAct() {
        assertThatExceptionOfType(IllegalTransactionStateException.class)
                .isThrownBy(() -> trail.record(PROGRAM, Act.of("test.alone", "thing", "1")));
    }

    @Test
    void recordsWhateverSomebodyTyped() {
        var typed = "a\u0000b\uD800c" + "长".repeat(100_000);

        transaction.executeWithoutResult(_ ->
                trail.record(
                        PROGRAM,
                        Act.of("test.typed", "typed", typed)
                                .changing("field\u0000", typed, typed)
                                .because(typed)));

        assertThat(rows("audit.act", "subject_type", "typed")).isOne();
    }

    private long rows(String table, String column, String value) {
        return jdbc.sql("select count(*) from " + table + " where " + column + " = :value")
                .param("value", value)
                .query(Long.class)
                .single();
    }
}
