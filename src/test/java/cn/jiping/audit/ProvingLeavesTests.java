package cn.jiping.audit;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jiping.testing.Chance;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ProvingLeavesTests {
    private static final int TRIES = 500;

    @Test
    void givesTheRootsOfThePublishedTestVectors() {
        // the inputs and roots of the reference implementation of RFC 6962
        var leaves =
                IntStream.range(0, 8)
                        .mapToObj(i ->
                                MerkleTree.leaf(
                                        java.util.HexFormat.of()
                                                .parseHex(
                                                        List.of(
                                                                        "",
                                                                        "00",
                                                                        "10",
                                                                        "2021",
                                                                        "3031",
                                                                        "40414243",
                                                                        "5051525354555657",
                                                                        "606162636465666768696a6b6c6d6e6f")
                                                                .get(i))))
                        .toList();

        assertThat(MerkleTree.root(leaves.subList(0, 1)).hex())
                .isEqualTo("6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d");
        assertThat(MerkleTree.root(leaves.subList(0, 2)).hex())
                .isEqualTo("fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125");
        assertThat(MerkleTree.root(leaves.subList(0, 7)).hex())
                .isEqualTo("ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c");
        assertThat(MerkleTree.root(leaves).hex())
                .isEqualTo("5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328");
    }

    @Test
    void everyLeafIsProvedByItsOwnPathOnly() {
        Chance.tries(TRIES, chance -> provesItselfOnly(chance.whole(1, 70), chance.whole(0, 1000)));
    }

    private static void provesItselfOnly(int size, int pick) {
        var leaves = leaves(size);
        var index = pick % size;
        var root = MerkleTree.root(leaves);
        var proof = MerkleTree.proof(leaves, index);

        assertThat(MerkleTree.proves(root, leaves.get(index), index, size, proof)).isTrue();
        for (var other = 0; other < size; other++) {
            if (other != index) {
                assertThat(MerkleTree.proves(root, leaves.get(other), index, size, proof))
                        .isFalse();
                assertThat(MerkleTree.proves(root, leaves.get(index), other, size, proof))
                        .isFalse();
            }
        }
    }

    @Test
    void aProofWithAnyHashChangedAddedOrLeftOutProvesNothing() {
        Chance.tries(
                TRIES, chance -> provesNothingChanged(chance.whole(2, 70), chance.whole(0, 1000)));
    }

    private static void provesNothingChanged(int size, int pick) {
        var leaves = leaves(size);
        var index = pick % size;
        var root = MerkleTree.root(leaves);
        var proof = MerkleTree.proof(leaves, index);
        var longer = new ArrayList<>(proof);
        longer.add(Digest.NONE);
        var other = new ArrayList<>(proof);
        other.set(pick % proof.size(), Digest.NONE);

        for (var wrong : List.of(longer, other, proof.subList(1, proof.size()))) {
            assertThat(MerkleTree.proves(root, leaves.get(index), index, size, wrong)).isFalse();
        }
    }

    @Test
    void anyChangedLeafChangesTheRoot() {
        Chance.tries(TRIES, chance -> changesTheRoot(chance.whole(1, 70), chance.whole(0, 1000)));
    }

    private static void changesTheRoot(int size, int pick) {
        var leaves = leaves(size);
        var changed = new ArrayList<>(leaves);
        changed.set(pick % size, Digest.NONE);

        assertThat(MerkleTree.root(changed)).isNotEqualTo(MerkleTree.root(leaves));
    }

    private static List<Digest> leaves(int size) {
        return IntStream.range(0, size)
                .mapToObj(i -> MerkleTree.leaf(("leaf " + i).getBytes(StandardCharsets.UTF_8)))
                .toList();
    }
}
