package cn.jiping.audit;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * 区块: acts sealed together. The hash covers number, hash of the block before (and by it all that
 * came earlier), Merkle root, number of leaves and time; the signature covers the hash.
 */
public record Block(
        long number,
        Digest previous,
        Digest root,
        int leaves,
        Instant sealedAt,
        Digest hash,
        @Nullable SealSignature signature) {
    private static final byte[] BLOCK = {2};

    static Block after(
            @Nullable Block last, List<Digest> leaves, Instant at, @Nullable SealSigner signer) {
        var number = last == null ? 1 : last.number() + 1;
        var previous = last == null ? Digest.NONE : last.hash();
        var root = MerkleTree.root(leaves);
        var hash = hash(number, previous, root, leaves.size(), at);
        return new Block(
                number,
                previous,
                root,
                leaves.size(),
                at,
                hash,
                signer == null ? null : signer.sign(hash));
    }

    private static Digest hash(
            long number, Digest previous, Digest root, int leaves, Instant sealedAt) {
        return Digest.over(
                BLOCK,
                new CanonicalFields()
                        .add(number)
                        .add(previous)
                        .add(root)
                        .add(leaves)
                        .add(sealedAt)
                        .bytes());
    }

    /** Whether the hash is that of the block's own content. */
    boolean hashesTrue() {
        return hash.equals(hash(number, previous, root, leaves, sealedAt));
    }
}
