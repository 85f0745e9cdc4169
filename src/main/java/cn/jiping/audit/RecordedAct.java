package cn.jiping.audit;

import cn.jiping.shared.Actor;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The sealed part of an act, as it lies in the table: all of it is covered by its leaf in a block.
 * What is personal lies in the payload, of which it holds the digest. The values are plain so that
 * a row somebody tampered with can still be read and named.
 */
record RecordedAct(
        UUID id, Times times, Doer doer, String code, Subject subject, Digest payloadDigest) {

    /** By both clocks, and the day by which the table is partitioned. */
    record Times(LocalDate recordedOn, Instant recordedAt, Instant businessAt) {}

    record Doer(
            @Nullable UUID account, @Nullable UUID person, @Nullable String role, String place) {
        static Doer of(Actor actor) {
            return new Doer(
                    actor.account() == null ? null : actor.account().value(),
                    actor.person() == null ? null : actor.person().value(),
                    actor.role() == null ? null : actor.role().name(),
                    StorableText.of(actor.place()));
        }
    }

    record Subject(String type, String id, @Nullable String division, @Nullable UUID body) {
        static Subject of(Act act) {
            return new Subject(
                    StorableText.of(act.subjectType()),
                    StorableText.identifier(act.subjectId()),
                    act.division() == null ? null : act.division().value(),
                    act.body() == null ? null : act.body().value());
        }
    }

    /** The leaf of this act in the Merkle tree of its block. */
    Digest leaf() {
        return MerkleTree.leaf(
                new CanonicalFields()
                        .add(id)
                        .add(times.recordedOn())
                        .add(times.recordedAt())
                        .add(times.businessAt())
                        .add(doer.account())
                        .add(doer.person())
                        .add(doer.role())
                        .add(doer.place())
                        .add(code)
                        .add(subject.type())
                        .add(subject.id())
                        .add(subject.division())
                        .add(subject.body())
                        .add(payloadDigest)
                        .bytes());
    }
}
