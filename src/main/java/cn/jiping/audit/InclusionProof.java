package cn.jiping.audit;

import java.util.List;

/**
 * 存在证明: that an act stands in a block. Whoever holds the root can repeat it with the act alone:
 * hash the act, then upwards with each hash of the path.
 */
public record InclusionProof(Block block, int position, Digest leaf, List<Digest> path) {
    public InclusionProof {
        path = List.copyOf(path);
    }

    static InclusionProof of(RecordedAct act, Leaf leaf, Block block, List<Digest> hashes) {
        var path =
                leaf.position() >= 0 && leaf.position() < hashes.size()
                        ? MerkleTree.proof(hashes, leaf.position())
                        : List.<Digest>of();
        return new InclusionProof(block, leaf.position(), act.leaf(), path);
    }

    /** Whether the act as it lies there now stands under the root of its block. */
    public boolean holds() {
        return block.hashesTrue()
                && MerkleTree.proves(block.root(), leaf, position, block.leaves(), path);
    }
}
