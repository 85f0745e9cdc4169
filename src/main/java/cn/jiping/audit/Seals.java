package cn.jiping.audit;

import cn.jiping.shared.Scope;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 封存: closes acts into blocks, publishes their roots and proves that an act stands in one. */
@Service
public class Seals {
    private final BlockStore blocks;
    private final ActStore acts;
    private final ObjectProvider<SealSigner> signer;
    private final AuditSettings settings;
    private final Clock clock;

    Seals(
            BlockStore blocks,
            ActStore acts,
            ObjectProvider<SealSigner> signer,
            AuditSettings settings,
            Clock clock) {
        this.blocks = blocks;
        this.acts = acts;
        this.signer = signer;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Closes the acts that wait into blocks, all or nothing; while another process does that,
     * nothing. Returns how many acts were sealed.
     */
    @Transactional
    public int seal() {
        if (!blocks.lockForSealing()) {
            return 0;
        }
        var last = blocks.loadLatest().orElse(null);
        var sealed = 0;
        @Nullable UUID lookedAt = null;
        for (var run = 0; run < settings.blocksPerRun(); run++) {
            var waiting = blocks.loadPending(lookedAt, settings.blockSize());
            lookedAt = waiting.last();
            if (lookedAt == null) {
                return sealed;
            }
            if (!waiting.acts().isEmpty()) {
                last = close(last, waiting.acts());
                sealed += waiting.acts().size();
            }
        }
        return sealed;
    }

    private Block close(@Nullable Block last, List<RecordedAct> waiting) {
        var block =
                Block.after(
                        last,
                        waiting.stream().map(RecordedAct::leaf).toList(),
                        clock.instant().truncatedTo(ChronoUnit.MICROS),
                        signer.getIfAvailable());
        blocks.insert(block, waiting);
        return block;
    }

    /** The newest block; its root and hash stand for everything before it. */
    @Transactional(readOnly = true)
    public Optional<Block> latest() {
        return blocks.loadLatest();
    }

    /** Blocks before the number, newest first. */
    @Transactional(readOnly = true)
    public List<Block> before(long number, int atMost) {
        return blocks.loadBefore(number, atMost);
    }

    /** Where the act was sealed; empty while it waits, or if there is no such act in the scope. */
    @Transactional(readOnly = true)
    public Optional<InclusionProof> proof(Scope scope, ActId id) {
        return acts.find(scope, id).flatMap(stored -> proof(stored.act()));
    }

    private Optional<InclusionProof> proof(RecordedAct act) {
        return blocks.loadLeafOf(act)
                .flatMap(leaf ->
                        blocks.load(leaf.block())
                                .map(block ->
                                        InclusionProof.of(
                                                act,
                                                leaf,
                                                block,
                                                blocks.loadLeafHashes(leaf.block()))));
    }
}
