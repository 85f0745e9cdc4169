package cn.jiping.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.events.core.EventPublicationRepository;
import org.springframework.modulith.events.core.PublicationTargetIdentifier;
import org.springframework.modulith.events.core.TargetEventPublication;

class GroupingEventPublicationsTests {
    private static final Duration NOT_BY_ITSELF = Duration.ofDays(1);

    private final Kept kept = new Kept();

    @Test
    void writesInOneGoWhatIsDone() {
        var one = UUID.randomUUID();
        var other = UUID.randomUUID();
        try (var events = new GroupedEventPublications(kept, NOT_BY_ITSELF)) {
            events.markCompleted(one, Instant.EPOCH);
            events.markCompleted(other, Instant.EPOCH);
            assertThat(kept.written).isEmpty();
        }

        assertThat(kept.written).containsExactly(List.of(one, other));
    }

    @Test
    void whoeverAsksWhatIsOpenFindsNothingThatIsDone() {
        var done = UUID.randomUUID();
        try (var events = new GroupedEventPublications(kept, NOT_BY_ITSELF)) {
            events.markCompleted(done, Instant.EPOCH);

            events.findIncompletePublications();

            assertThat(kept.written).containsExactly(List.of(done));
        }
    }

    @Test
    void whatCouldNotBeWrittenIsWrittenLater() {
        var done = UUID.randomUUID();
        try (var events = new GroupedEventPublications(kept, NOT_BY_ITSELF)) {
            events.markCompleted(done, Instant.EPOCH);
            kept.away = true;
            assertThatThrownBy(events::findIncompletePublications)
                    .isInstanceOf(IllegalStateException.class);
            kept.away = false;
        }

        assertThat(kept.written).containsExactly(List.of(done));
    }

    @Test
    void writesByItselfSoonAfter() throws InterruptedException {
        var done = UUID.randomUUID();
        try (var events = new GroupedEventPublications(kept, Duration.ofMillis(5))) {
            events.markCompleted(done, Instant.EPOCH);

            assertThat(kept.awaitWritten()).containsExactly(List.of(done));
        }
    }

    /** The registry in the database, which is away now and then. */
    private static final class Kept implements EventPublicationRepository {
        private final List<List<UUID>> written = new ArrayList<>();
        private boolean away;

        private synchronized List<List<UUID>> awaitWritten() throws InterruptedException {
            var end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
            while (written.isEmpty() && System.nanoTime() < end) {
                wait(100);
            }
            return List.copyOf(written);
        }

        @Override
        public synchronized void deletePublications(List<UUID> publications) {
            if (away) {
                throw new IllegalStateException("away");
            }
            written.add(List.copyOf(publications));
            notifyAll();
        }

        @Override
        public TargetEventPublication create(TargetEventPublication publication) {
            return publication;
        }

        @Override
        public void markCompleted(Object event, PublicationTargetIdentifier listener, Instant at) {
            throw new AssertionError("nobody marks by event");
        }

        @Override
        public void markCompleted(UUID publication, Instant at) {
            throw new AssertionError("one at a time");
        }

        @Override
        public List<TargetEventPublication> findIncompletePublications() {
            return List.of();
        }

        @Override
        public List<TargetEventPublication> findIncompletePublicationsPublishedBefore(
                Instant when) {
            return List.of();
        }

        @Override
        public Optional<TargetEventPublication>
                findIncompletePublicationsByEventAndTargetIdentifier(
                        Object event, PublicationTargetIdentifier listener) {
            return Optional.empty();
        }

        @Override
        public void deleteCompletedPublications() {
            throw new AssertionError("what is done is deleted by id");
        }

        @Override
        public void deleteCompletedPublicationsBefore(Instant when) {
            throw new AssertionError("what is done is deleted by id");
        }
    }
}
