package cn.jiping.audit;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jiping.audit.AuditFinding.Kind;
import cn.jiping.testing.TestDatabase;
import java.util.ArrayList;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.modulith.test.ApplicationModuleTest;
import org.springframework.modulith.test.ApplicationModuleTest.BootstrapMode;

@ApplicationModuleTest(mode = BootstrapMode.ALL_DEPENDENCIES)
@Import({TestDatabase.class, AuditFixture.class})
class FindingTamperingTests {
    @Autowired AuditFixture audit;
    @Autowired Seals seals;
    @Autowired Verifications verifications;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "recorded_at = recorded_at + interval '1 second'",
                "business_at = business_at - interval '1 microsecond'",
                "actor_account = gen_random_uuid()",
                "actor_person = gen_random_uuid()",
                "actor_role = 'AUDITOR'",
                "actor_place = '别处'",
                "code = 'test.other'",
                "subject_type = 'other'",
                "subject_id = 'other'",
                "division = '330106'",
                "body = gen_random_uuid()",
                "payload_digest = payload_digest || '\\x00'"
            })
    void namesTheActOfWhichAnyValueWasChanged(String change) {
        var acts = audit.sealed(5);
        var changed = acts.get(2);

        audit.asOwner("update audit.act set " + change + " where id = ?", changed.value());

        assertThat(audit.findings())
                .contains(finding(Kind.ACT_CHANGED, changed))
                .noneMatch(f -> acts.get(1).value().equals(f.act()));
    }

    @Test
    void namesAnActThatWasRemoved() {
        var removed = audit.sealed(3).get(1);

        audit.asOwner("delete from audit.act where id = ?", removed.value());

        assertThat(audit.findings()).contains(finding(Kind.ACT_MISSING, removed));
    }

    @Test
    void namesAnActThatWasMovedToAnotherDay() {
        var moved = audit.sealed(3).get(1);

        audit.asOwner(
                "update audit.act set recorded_on = recorded_on - 40 where id = ?", moved.value());

        assertThat(audit.findings())
                .contains(finding(Kind.ACT_MISSING, moved))
                .contains(AuditFinding.ofAct(Kind.ACT_EXTRA, moved.value(), null));
    }

    @Test
    void namesAnActThatWasAddedBesideTheTrail() {
        var model = audit.sealed(1).getFirst();
        var added = UUID.randomUUID();

        audit.asOwner(
                "insert into audit.act (recorded_on, id, recorded_at, business_at, actor_place,"
                        + " code, subject_type, subject_id, payload_digest) select recorded_on, ?,"
                        + " recorded_at, business_at, '', 'test.forged', 'thing', '1',"
                        + " payload_digest from audit.act where id = ?",
                added,
                model.value());

        assertThat(audit.findings()).contains(AuditFinding.ofAct(Kind.ACT_EXTRA, added, null));
    }

    @Test
    void namesAnActThatWasRemovedBeforeItWasSealed() {
        audit.sealed(1);
        var removed = audit.record();

        audit.asOwner("delete from audit.act where id = ?", removed.value());
        seals.seal();

        assertThat(audit.findings())
                .contains(AuditFinding.ofAct(Kind.ACT_MISSING, removed.value(), null));
    }

    @Test
    void namesAnActWhosePayloadWasChanged() {
        var changed = audit.sealed(3).get(1);

        audit.asOwner(
                "update audit.payload set content = replace(content, 'test', 'else') where act = ?",
                changed.value());

        assertThat(audit.findings()).contains(finding(Kind.PAYLOAD_CHANGED, changed));
    }

    @Test
    void namesAnActWhosePayloadIsGoneWithoutAnErasure() {
        var emptied = audit.sealed(3).get(1);

        audit.asOwner("delete from audit.payload where act = ?", emptied.value());

        assertThat(audit.findings()).contains(finding(Kind.PAYLOAD_MISSING, emptied));
    }

    @Test
    void namesALeafThatWasChangedThoughItsActIsTrue() {
        var act = audit.sealed(3).get(1);

        audit.asOwner(
                "update audit.leaf set hash = decode(repeat('00', 32), 'hex') where act = ?",
                act.value());

        assertThat(audit.findings()).contains(finding(Kind.LEAF_CHANGED, act));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "root = decode(repeat('00', 32), 'hex')",
                "leaves = leaves + 1",
                "sealed_at = sealed_at + interval '1 second'",
                "hash = decode(repeat('00', 32), 'hex')",
                "previous = decode(repeat('11', 32), 'hex')"
            })
    void namesABlockOfWhichAnyValueWasChanged(String change) {
        var block = audit.blockOf(audit.sealed(3).getFirst());

        audit.asOwner("update audit.block set " + change + " where number = ?", block);

        assertThat(audit.findings()).contains(AuditFinding.ofBlock(Kind.BLOCK_CHANGED, block));
    }

    @Test
    void namesTheBlockAfterWhichTheChainIsBroken() {
        var rewritten = audit.blockOf(audit.sealed(2).getFirst());
        var next = audit.blockOf(audit.sealed(2).getFirst());

        audit.asOwner(
                "update audit.block set hash = decode(repeat('22', 32), 'hex') where number = ?",
                rewritten);

        assertThat(audit.findings()).contains(AuditFinding.ofBlock(Kind.CHAIN_BROKEN, next));
    }

    @Test
    void namesABlockThatWasRemovedAndItsActs() {
        var act = audit.sealed(1).getFirst();
        var removed = audit.blockOf(act);
        audit.sealed(1);

        audit.asOwner("delete from audit.block where number = ?", removed);

        assertThat(audit.findings())
                .contains(AuditFinding.ofBlock(Kind.BLOCK_MISSING, removed))
                .contains(AuditFinding.ofAct(Kind.ACT_EXTRA, act.value(), null));
    }

    @Test
    void namesALeafAddedToAnOldBlockToCoverAForgedAct() {
        var act = audit.sealed(2).getFirst();
        var block = audit.blockOf(act);

        audit.asOwner(
                "insert into audit.leaf (block, position, act, recorded_on, hash)"
                        + " select block, 2, ?, recorded_on, hash from audit.leaf where act = ?",
                UUID.randomUUID(),
                act.value());

        assertThat(audit.findings()).contains(AuditFinding.ofBlock(Kind.BLOCK_CHANGED, block));
    }

    @Test
    void namesABlockThatDiffersFromTheRootHeldOutside() {
        var block = audit.blockOf(audit.sealed(2).getFirst());
        var findings = new ArrayList<AuditFinding>();

        var run = verifications.run(Map.of(block, Digest.NONE), findings::add, _ -> {});

        assertThat(findings).contains(AuditFinding.ofBlock(Kind.ROOT_DIFFERS, block));
        assertThat(run.counts().findings()).isEqualTo(findings.size());
        assertThat(run.sound()).isFalse();
    }

    private AuditFinding finding(Kind kind, ActId act) {
        return AuditFinding.ofAct(kind, act.value(), lastBlock());
    }

    private Long lastBlock() {
        return seals.before(Long.MAX_VALUE, 1).getFirst().number();
    }
}
