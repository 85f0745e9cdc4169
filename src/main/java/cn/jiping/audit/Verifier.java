package cn.jiping.audit;

import cn.jiping.audit.AuditFinding.Kind;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Takes a verification one bounded step further. */
@Component
class Verifier {
    private static final int BLOCKS_AT_ONCE = 256;
    private static final int LEAVES_AT_ONCE = 10_000;

    private final BlockStore store;
    private final ObjectProvider<SealSigner> signer;
    private final AuditSettings settings;
    private final Clock clock;

    Verifier(
            BlockStore store,
            ObjectProvider<SealSigner> signer,
            AuditSettings settings,
            Clock clock) {
        this.store = store;
        this.signer = signer;
        this.settings = settings;
        this.clock = clock;
    }

    Verification step(Verification run, Consumer<AuditFinding> found) {
        if (run.progress().day() != null) {
            return day(run, found);
        }
        var blocks = next(run.progress());
        return blocks.isEmpty() ? day(run, found) : blocks(run, blocks, found);
    }

    private List<Block> next(Verification.Progress progress) {
        var next = new ArrayList<Block>();
        var leaves = 0L;
        for (var block : store.loadFrom(progress.before().number() + 1, BLOCKS_AT_ONCE)) {
            leaves += block.leaves();
            if (block.number() > progress.lastBlock()
                    || (leaves > LEAVES_AT_ONCE && !next.isEmpty())) {
                break;
            }
            next.add(block);
        }
        return next;
    }

    private Verification blocks(
            Verification run, List<Block> blocks, Consumer<AuditFinding> found) {
        var leaves =
                store.loadLeaves(blocks.getFirst().number(), blocks.getLast().number()).stream()
                        .collect(Collectors.groupingBy(Leaf::block));
        var place = run.progress().before();
        var sums = run.counts();
        for (var block : blocks) {
            var own = leaves.getOrDefault(block.number(), List.of());
            var findings = new BlockCheck(block, own).after(place, signer.getIfAvailable());
            findings.forEach(found);
            sums =
                    sums.plus(
                            own.size(),
                            own.stream().filter(Verifier::erased).count(),
                            findings.size());
            place = place.after(block);
        }
        return run.at(new Verification.Progress(run.progress().lastBlock(), place, null), sums);
    }

    private static boolean erased(Leaf leaf) {
        var now = leaf.now();
        return now != null && now.payload() == null && now.erased();
    }

    private Verification day(Verification run, Consumer<AuditFinding> found) {
        var counted = new AtomicLong();
        Consumer<AuditFinding> counting =
                finding -> {
                    counted.incrementAndGet();
                    found.accept(finding);
                };
        var day = store.loadNextDay(run.progress().day());
        if (day.isEmpty()) {
            return end(run, counting, counted);
        }
        store.loadExtras(
                day.get(), act -> counting.accept(AuditFinding.ofAct(Kind.ACT_EXTRA, act, null)));
        return run.at(
                new Verification.Progress(
                        run.progress().lastBlock(), run.progress().before(), day.get()),
                run.counts().plus(0, 0, counted.get()));
    }

    private Verification end(
            Verification run, Consumer<AuditFinding> counting, AtomicLong counted) {
        store.loadLostFromQueue(
                act -> counting.accept(AuditFinding.ofAct(Kind.ACT_MISSING, act, null)));
        var now = clock.instant();
        var waiting = store.loadWaiting(now.minus(settings.waitingAfter()), settings.countUpTo());
        var sums = run.counts().plus(0, 0, counted.get());
        return run.finished(
                new Verification.Counts(sums.acts(), sums.erased(), waiting, sums.findings()), now);
    }
}
