package cn.jiping.audit;

import cn.jiping.audit.AuditFinding.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/** Whether a block and its acts are what was sealed; names what is not. */
final class BlockCheck {
    // a forged number may leave a gap of any size
    private static final int MISSING_NAMED = 1000;

    private final Block block;
    private final List<Leaf> leaves;
    private final List<AuditFinding> findings = new ArrayList<>();

    BlockCheck(Block block, List<Leaf> leaves) {
        this.block = block;
        this.leaves = leaves;
    }

    /** Number and hash of the block before, and whether it was signed. */
    record Place(long number, Digest hash, boolean signed) {
        static final Place START = new Place(0, Digest.NONE, false);

        Place after(Block block) {
            return new Place(block.number(), block.hash(), block.signature() != null);
        }
    }

    List<AuditFinding> after(Place before, @Nullable SealSigner signer) {
        chain(before);
        signature(before, signer);
        content();
        leaves.forEach(this::payload);
        return List.copyOf(findings);
    }

    private void chain(Place before) {
        LongStream.range(before.number() + 1, block.number())
                .limit(MISSING_NAMED)
                .forEach(
                        missing -> findings.add(AuditFinding.ofBlock(Kind.BLOCK_MISSING, missing)));
        if (!block.hashesTrue()) {
            findings.add(AuditFinding.ofBlock(Kind.BLOCK_CHANGED, block.number()));
        }
        if (!block.previous().equals(before.hash())) {
            findings.add(AuditFinding.ofBlock(Kind.CHAIN_BROKEN, block.number()));
        }
    }

    private void signature(Place before, @Nullable SealSigner signer) {
        var signature = block.signature();
        var wrong =
                signature == null
                        ? before.signed()
                        : signer != null && !signer.made(signature, block.hash());
        if (wrong) {
            findings.add(AuditFinding.ofBlock(Kind.SIGNATURE_WRONG, block.number()));
        }
    }

    private void content() {
        var rootOfActs = rootOfActs();
        if (rootOfActs.filter(block.root()::equals).isPresent()) {
            leaves.stream().filter(this::differs).forEach(leaf -> add(Kind.LEAF_CHANGED, leaf));
            return;
        }
        for (var leaf : leaves) {
            if (leaf.now() == null) {
                add(Kind.ACT_MISSING, leaf);
            } else if (differs(leaf)) {
                add(Kind.ACT_CHANGED, leaf);
            }
        }
        if (!complete() || !rootOf(leaves.stream().map(Leaf::hash).toList()).equals(block.root())) {
            findings.add(AuditFinding.ofBlock(Kind.BLOCK_CHANGED, block.number()));
        }
    }

    /** The root over the acts as they lie there now; empty if there is no such tree. */
    private Optional<Digest> rootOfActs() {
        if (!complete() || leaves.stream().anyMatch(leaf -> leaf.now() == null)) {
            return Optional.empty();
        }
        return Optional.of(rootOf(leaves.stream().map(BlockCheck::actual).toList()));
    }

    private boolean complete() {
        return leaves.size() == block.leaves()
                && IntStream.range(0, leaves.size()).allMatch(i -> leaves.get(i).position() == i);
    }

    private static Digest rootOf(List<Digest> hashes) {
        return hashes.isEmpty() ? Digest.NONE : MerkleTree.root(hashes);
    }

    private boolean differs(Leaf leaf) {
        return !actual(leaf).equals(leaf.hash());
    }

    private static Digest actual(Leaf leaf) {
        return leaf.now() == null ? Digest.NONE : leaf.now().act().leaf();
    }

    private void payload(Leaf leaf) {
        var now = leaf.now();
        if (now == null) {
            return;
        }
        var payload = now.payload();
        if (payload == null) {
            if (!now.erased()) {
                add(Kind.PAYLOAD_MISSING, leaf);
            }
        } else if (!payload.digest().equals(now.act().payloadDigest())) {
            add(Kind.PAYLOAD_CHANGED, leaf);
        }
    }

    private void add(Kind kind, Leaf leaf) {
        findings.add(AuditFinding.ofAct(kind, leaf.act(), block.number()));
    }
}
