package cn.jiping.audit;

import cn.jiping.audit.AuditFinding.Kind;
import cn.jiping.shared.Actor;
import cn.jiping.shared.Ids;
import cn.jiping.shared.Paging;
import cn.jiping.shared.Slice;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * 核验: recomputes every seal and names what does not agree. A run that was asked for on a page is
 * done in the background by whichever process comes to it.
 */
@Service
public class Verifications {
    private final Verifier verifier;
    private final VerificationStore runs;
    private final BlockStore blocks;
    private final AuditTrail trail;
    private final AuditSettings settings;
    private final Clock clock;
    private final TransactionTemplate step;

    Verifications(
            Verifier verifier,
            VerificationStore runs,
            BlockStore blocks,
            AuditTrail trail,
            AuditSettings settings,
            Clock clock,
            TransactionTemplate step) {
        this.verifier = verifier;
        this.runs = runs;
        this.blocks = blocks;
        this.trail = trail;
        this.settings = settings;
        this.clock = clock;
        this.step = step;
    }

    /** Asks for a run; one that is under way already serves as well. */
    @Transactional
    public void ask(Actor actor) {
        var run = begin(actor.name());
        if (runs.insert(run)) {
            trail.record(actor, Act.of("audit.verification-asked", "verification", run.id()));
        }
    }

    private Verification begin(String by) {
        var last = blocks.loadLatest().map(Block::number).orElse(0L);
        return Verification.asked(Ids.next(), clock.instant(), by, last);
    }

    @Transactional(readOnly = true)
    public Optional<Verification> latest() {
        return runs.loadLatest();
    }

    /** The findings kept of a run; the run itself counts all. */
    @Transactional(readOnly = true)
    public Slice<AuditFinding> findings(Verification run, Paging paging) {
        return new Slice<>(
                runs.loadFindings(run.id(), paging), runs.loadFindingsKept(run.id()), paging);
    }

    /** Goes on with the run that was asked for, as long as one pass may take. */
    void advance() {
        var until = System.nanoTime() + settings.verifyPass().toNanos();
        while (step.execute(_ -> advanceOnce()) && System.nanoTime() - until < 0) {}
    }

    private boolean advanceOnce() {
        var running = runs.loadRunning();
        if (running.isEmpty()) {
            return false;
        }
        var run = running.get();
        var kept = Math.min(run.counts().findings(), settings.findingsKept());
        var found = new ArrayList<AuditFinding>();
        var next =
                verifier.step(
                        run,
                        finding -> {
                            if (kept + found.size() < settings.findingsKept()) {
                                found.add(finding);
                            }
                        });
        runs.insert(run.id(), kept, found);
        runs.save(next);
        return next.running();
    }

    /**
     * A whole run at once, for the command: every finding is told as it is found, and where it
     * stands after each step.
     *
     * @param held hashes of blocks that somebody outside kept, by number
     */
    public Verification run(
            Map<Long, Digest> held, Consumer<AuditFinding> found, Consumer<Verification> progress) {
        var differing = step.execute(_ -> compare(held));
        differing.forEach(found);
        var run = step.execute(_ -> begin(""));
        while (run.running()) {
            var before = run;
            run = step.execute(_ -> verifier.step(before, found));
            progress.accept(run);
        }
        return run.finished(run.counts().plus(0, 0, differing.size()), clock.instant());
    }

    private List<AuditFinding> compare(Map<Long, Digest> held) {
        return held.entrySet().stream()
                .filter(entry ->
                        blocks.load(entry.getKey())
                                .filter(b -> b.hash().equals(entry.getValue()))
                                .isEmpty())
                .map(entry -> AuditFinding.ofBlock(Kind.ROOT_DIFFERS, entry.getKey()))
                .toList();
    }
}
