package cn.jiping.database;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.modulith.events.EventPublication;
import org.springframework.modulith.events.core.EventPublicationRepository;
import org.springframework.modulith.events.core.PublicationTargetIdentifier;
import org.springframework.modulith.events.core.TargetEventPublication;

/**
 * 事件登记: the registry of events without two transactions of its own for each of them. That a
 * listener is at work is not written, since nothing reads it; that it is done is written for many
 * at a time, shortly after. A program that ends in between hears those events again at its next
 * start, as it would if it ended between the listener's commit and a write of its own: listeners do
 * the same event twice without harm.
 */
final class GroupedEventPublications implements EventPublicationRepository, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(GroupedEventPublications.class);
    private static final Duration LONGEST_LAST_WAIT = Duration.ofSeconds(10);

    private final EventPublicationRepository kept;
    private final LinkedBlockingQueue<UUID> done = new LinkedBlockingQueue<>();
    private final ScheduledExecutorService writer =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().name("events-done").daemon().factory());

    /**
     * @param kept the registry in the database; it deletes what is done
     * @param every how long what is done waits for others at most
     */
    GroupedEventPublications(EventPublicationRepository kept, Duration every) {
        this.kept = kept;
        var _ =
                writer.scheduleWithFixedDelay(
                        this::writeLater, every.toNanos(), every.toNanos(), TimeUnit.NANOSECONDS);
    }

    private void writeLater() {
        try {
            write();
        } catch (RuntimeException e) {
            LOG.warn("{} events that are done could not be written yet", done.size(), e);
        }
    }

    /** Writes what is done by now; it stays noted if that fails. */
    private synchronized void write() {
        var now = new ArrayList<>(done);
        if (!now.isEmpty()) {
            kept.deletePublications(now);
            now.forEach(done::remove);
        }
    }

    @Override
    public void markCompleted(UUID publication, Instant at) {
        done.add(publication);
    }

    @Override
    public void markCompleted(Object event, PublicationTargetIdentifier listener, Instant at) {
        kept.markCompleted(event, listener, at);
    }

    @Override
    public void markProcessing(UUID publication) {
        // nothing reads it: what is not done is heard again at the next start, begun or not
    }

    @Override
    public void markFailed(UUID publication) {
        kept.markFailed(publication);
    }

    @Override
    public boolean markResubmitted(UUID publication, Instant at) {
        return kept.markResubmitted(publication, at);
    }

    @Override
    public TargetEventPublication create(TargetEventPublication publication) {
        return kept.create(publication);
    }

    @Override
    public List<TargetEventPublication> findIncompletePublications() {
        write();
        return kept.findIncompletePublications();
    }

    @Override
    public List<TargetEventPublication> findIncompletePublicationsPublishedBefore(Instant when) {
        write();
        return kept.findIncompletePublicationsPublishedBefore(when);
    }

    @Override
    public Optional<TargetEventPublication> findIncompletePublicationsByEventAndTargetIdentifier(
            Object event, PublicationTargetIdentifier listener) {
        write();
        return kept.findIncompletePublicationsByEventAndTargetIdentifier(event, listener);
    }

    @Override
    public List<TargetEventPublication> findCompletedPublications() {
        return kept.findCompletedPublications();
    }

    @Override
    public List<TargetEventPublication> findFailedPublications(FailedCriteria criteria) {
        return kept.findFailedPublications(criteria);
    }

    @Override
    public List<TargetEventPublication> findByStatus(EventPublication.Status status) {
        write();
        return kept.findByStatus(status);
    }

    @Override
    public int countByStatus(EventPublication.Status status) {
        write();
        return kept.countByStatus(status);
    }

    @Override
    public void deletePublications(List<UUID> publications) {
        kept.deletePublications(publications);
    }

    @Override
    public void deleteCompletedPublications() {
        kept.deleteCompletedPublications();
    }

    @Override
    public void deleteCompletedPublicationsBefore(Instant when) {
        kept.deleteCompletedPublicationsBefore(when);
    }

    @Override
    public void close() {
        writer.shutdown();
        try {
            if (!writer.awaitTermination(LONGEST_LAST_WAIT.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.warn("{} events that are done are heard again at the next start", done.size());
                return;
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        writeLater();
    }
}
