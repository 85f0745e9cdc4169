package cn.jiping.audit;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * 公布的根: the list of blocks that outsiders keep, one a line between tabs: number, time, root, hash,
 * key id, signature. The hash of a block covers all blocks before it.
 */
public final class PublishedRoots {
    private static final String HEAD =
            """
            # Blocks of the audit of this installation, newest first.
            # number <tab> sealed at <tab> Merkle root <tab> block hash <tab> key id <tab> signature
            # The hash covers the block and, through the hash before it, every earlier one.
            # The signature is Ed25519 over "jiping.audit.block", one zero byte and the 32 bytes of
            # the hash; the keys are at /keys/public.
            # Keep this list: verify-audit FILE compares the audit with it.
            """;
    private static final int COLUMNS = 6;

    private PublishedRoots() {}

    public static String write(List<Block> blocks) {
        var text = new StringBuilder(HEAD);
        blocks.forEach(block -> text.append(line(block)).append('\n'));
        return text.toString();
    }

    private static String line(Block block) {
        var signature = block.signature();
        return String.join(
                "\t",
                Long.toString(block.number()),
                block.sealedAt().toString(),
                block.root().hex(),
                block.hash().hex(),
                signature == null ? "-" : signature.keyId(),
                signature == null ? "-" : signature.base64());
    }

    /**
     * The hashes by block number.
     *
     * @throws IllegalArgumentException if a line is none of such a list
     */
    static Map<Long, Digest> parse(String text) {
        var hashes = new TreeMap<Long, Digest>();
        text.lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(line -> line.split("\t", -1))
                .forEach(cells -> {
                    if (cells.length != COLUMNS) {
                        throw new IllegalArgumentException("Not a line of roots");
                    }
                    hashes.put(Long.valueOf(cells[0]), Digest.ofHex(cells[3]));
                });
        return hashes;
    }
}
