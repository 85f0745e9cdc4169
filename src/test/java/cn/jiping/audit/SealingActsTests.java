package cn.jiping.audit;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jiping.shared.Scope;
import cn.jiping.testing.TestDatabase;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.modulith.test.ApplicationModuleTest;
import org.springframework.modulith.test.ApplicationModuleTest.BootstrapMode;
import org.springframework.transaction.support.TransactionTemplate;

@ApplicationModuleTest(mode = BootstrapMode.ALL_DEPENDENCIES)
@Import({TestDatabase.class, AuditFixture.class})
class SealingActsTests {
    @Autowired AuditFixture audit;
    @Autowired AuditTrail trail;
    @Autowired Seals seals;
    @Autowired TransactionTemplate transaction;

    @BeforeEach
    void nothingWaits() {
        seals.seal();
    }

    @Test
    void closesWhatWaitsIntoOneBlockBehindTheLast() {
        audit.sealed(1);
        var before = seals.latest().orElseThrow();

        audit.sealed(3);

        var block = seals.latest().orElseThrow();
        assertThat(block.number()).isEqualTo(before.number() + 1);
        assertThat(block.previous()).isEqualTo(before.hash());
        assertThat(block.leaves()).isEqualTo(3);
        assertThat(audit.findings()).isEmpty();
    }

    @Test
    void makesNoBlockOfNothing() {
        var before = seals.latest();

        assertThat(seals.seal()).isZero();
        assertThat(seals.latest()).isEqualTo(before);
    }

    @Test
    void provesThatAnActStandsInItsBlock() {
        var ids = audit.sealed(7);

        assertThat(ids)
                .allSatisfy(id ->
                        assertThat(seals.proof(Scope.all(), id))
                                .hasValueSatisfying(proof -> assertThat(proof.holds()).isTrue()));
    }

    @Test
    void hasNoProofForAnActThatStillWaitsOrLiesOutsideTheScope() {
        assertThat(seals.proof(Scope.all(), audit.record())).isEmpty();
        assertThat(seals.proof(Scope.nowhere(), audit.sealed(1).getFirst())).isEmpty();
    }

    @Test
    void leavesNothingHalfSealedWhenItBreaksOff() {
        audit.record();
        var before = seals.latest();

        transaction.executeWithoutResult(status -> {
            assertThat(seals.seal()).isEqualTo(1);
            status.setRollbackOnly();
        });

        assertThat(seals.latest()).isEqualTo(before);
        assertThat(seals.seal()).isEqualTo(1);
        assertThat(audit.findings()).isEmpty();
    }

    @Test
    void twoSealersAtOnceSealEachActOnceWhileOthersRecord() throws Exception {
        var recorders = IntStream.range(0, 4).mapToObj(_ -> recording());
        var sealers = IntStream.range(0, 2).mapToObj(_ -> sealing());

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var done : threads.invokeAll(Stream.concat(recorders, sealers).toList())) {
                done.get();
            }
        }
        seals.seal();

        var blocks = seals.before(Long.MAX_VALUE, 1000);
        assertThat(trail.export(Scope.all(), ActFilter.ALL))
                .toIterable()
                .hasSize(blocks.stream().mapToInt(Block::leaves).sum())
                .doesNotHaveDuplicates();
        assertThat(audit.findings()).isEmpty();
    }

    private Callable<Integer> recording() {
        return () -> {
            for (var i = 0; i < 25; i++) {
                audit.record();
            }
            return 25;
        };
    }

    private Callable<Integer> sealing() {
        return () -> {
            var sealed = 0;
            for (var i = 0; i < 40; i++) {
                sealed += seals.seal();
            }
            return sealed;
        };
    }
}
