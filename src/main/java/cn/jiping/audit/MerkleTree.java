package cn.jiping.audit;

import java.util.ArrayList;
import java.util.List;

/**
 * 默克尔树 as in RFC 6962 section 2.1: leaves and nodes are hashed under different first bytes, a tree
 * of n leaves is split at the largest power of two below n. Gives the root, and for a leaf the
 * proof that it stands under the root.
 */
final class MerkleTree {
    private static final byte[] LEAF = {0};
    private static final byte[] NODE = {1};

    private MerkleTree() {}

    static Digest leaf(byte[] content) {
        return Digest.over(LEAF, content);
    }

    /**
     * @throws IllegalArgumentException if there are no leaves
     */
    static Digest root(List<Digest> leaves) {
        if (leaves.isEmpty()) {
            throw new IllegalArgumentException("A tree needs a leaf");
        }
        if (leaves.size() == 1) {
            return leaves.getFirst();
        }
        var split = split(leaves.size());
        return node(root(leaves.subList(0, split)), root(leaves.subList(split, leaves.size())));
    }

    /** The hashes beside the way from the leaf up to the root, lowest first. */
    static List<Digest> proof(List<Digest> leaves, int index) {
        var path = new ArrayList<Digest>();
        collect(leaves, index, path);
        return List.copyOf(path);
    }

    private static void collect(List<Digest> leaves, int index, List<Digest> path) {
        if (leaves.size() == 1) {
            return;
        }
        var split = split(leaves.size());
        var left = leaves.subList(0, split);
        var right = leaves.subList(split, leaves.size());
        if (index < split) {
            collect(left, index, path);
            path.add(root(right));
        } else {
            collect(right, index - split, path);
            path.add(root(left));
        }
    }

    /** Whether the proof leads from the leaf at this index of so many to the root. */
    static boolean proves(Digest root, Digest leaf, int index, int leaves, List<Digest> proof) {
        if (index < 0 || index >= leaves) {
            return false;
        }
        var node = leaf;
        var position = index;
        var last = leaves - 1;
        for (var beside : proof) {
            if (last == 0) {
                return false;
            }
            if (position % 2 == 1 || position == last) {
                node = node(beside, node);
                while (position % 2 == 0 && position != 0) {
                    position /= 2;
                    last /= 2;
                }
            } else {
                node = node(node, beside);
            }
            position /= 2;
            last /= 2;
        }
        return last == 0 && node.equals(root);
    }

    private static Digest node(Digest left, Digest right) {
        return Digest.over(NODE, left.bytes(), right.bytes());
    }

    private static int split(int leaves) {
        return Integer.highestOneBit(leaves - 1);
    }
}
