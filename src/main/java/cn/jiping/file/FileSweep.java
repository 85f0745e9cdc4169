package cn.jiping.file;

import cn.jiping.clock.RecurringJob;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * 清扫: removes content without a row once it is old enough, and reports rows without content.
 * Content goes aside before it goes for good: if a row came meanwhile, it comes back.
 */
@Component
class FileSweep implements RecurringJob {
    private static final Logger LOG = LoggerFactory.getLogger(FileSweep.class);
    private static final Duration EVERY = Duration.ofMinutes(30);
    private static final BlobAddress FIRST = new BlobAddress("0".repeat(64));
    private static final int PIECE = 500;

    private final FileStore store;
    private final BlobStore blobs;
    private final FileSettings settings;
    private final Times times;
    private final TransactionOperations transaction;
    private final ApplicationEventPublisher events;

    FileSweep(
            FileStore store,
            BlobStore blobs,
            FileSettings settings,
            Times times,
            TransactionOperations transaction,
            ApplicationEventPublisher events) {
        this.store = store;
        this.blobs = blobs;
        this.settings = settings;
        this.times = times;
        this.transaction = transaction;
        this.events = events;
    }

    /** What one run did. */
    record Swept(int orphans, int missing) {}

    @Override
    public String name() {
        return "file.sweep";
    }

    @Override
    public Duration every() {
        return EVERY;
    }

    @Override
    public void run() {
        sweep();
    }

    Swept sweep() {
        var before = times.now().minus(settings.orphanAge());
        settle(blobs.aside());
        var orphans = sweepOrphans(before);
        blobs.tidy(before);
        var missing = reportMissing();
        if (orphans > 0 || missing > 0) {
            LOG.info("Swept {} orphans; {} files have no content", orphans, missing);
        }
        return new Swept(orphans, missing);
    }

    private int sweepOrphans(Instant before) {
        var swept = 0;
        var piece = blobs.untouchedSince(before, FIRST, PIECE);
        while (!piece.isEmpty()) {
            var inUse = store.loadInUse(piece);
            var orphans = piece.stream().filter(blob -> !inUse.contains(blob)).toList();
            orphans.forEach(blobs::layAside);
            swept += settle(orphans);
            piece = blobs.untouchedSince(before, piece.getLast(), PIECE);
        }
        return swept;
    }

    /** Looks once more for a row, now that no new reader can find the content. */
    private int settle(List<BlobAddress> aside) {
        var inUse = store.loadInUse(aside);
        for (var blob : aside) {
            if (inUse.contains(blob)) {
                blobs.restore(blob);
            } else {
                blobs.discard(blob);
            }
        }
        return aside.size() - inUse.size();
    }

    private int reportMissing() {
        var missing = 0;
        @Nullable FileId after = null;
        var piece = store.loadAfter(after, PIECE);
        while (!piece.isEmpty()) {
            for (var file : piece) {
                if (!blobs.has(file.blob())) {
                    missing++;
                    report(file);
                }
            }
            after = piece.getLast().id();
            piece = store.loadAfter(after, PIECE);
        }
        return missing;
    }

    private void report(StoredFile file) {
        LOG.error("The content of file {} is missing; restore it from a backup", file.id());
        transaction.executeWithoutResult(_ ->
                events.publishEvent(
                        new FileEvent.ContentMissing(
                                file.id(), file.view().subject(), times.now())));
    }
}
