package cn.jiping.keys;

import cn.jiping.audit.Act;
import cn.jiping.audit.AuditTrail;
import cn.jiping.clock.RecurringJob;
import cn.jiping.shared.Actor;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Brings every encrypted column under the current keys, piece by piece, and retires a superseded
 * key when nothing lies under it and nobody can still be writing under it. Where it stands is what
 * the columns say, so that it goes on after a crash.
 */
@Component
class Reencryption implements RecurringJob {
    private static final Duration EVERY = Duration.ofSeconds(5);
    private static final Actor PROGRAM = Actor.program("keys.reencrypt");

    private final WorkingKeyStore store;
    private final Keyring keyring;
    private final ObjectProvider<EncryptedColumn> columns;
    private final KeySettings settings;
    private final AuditTrail trail;
    private final Clock clock;
    private final TransactionTemplate transaction;

    Reencryption(
            WorkingKeyStore store,
            Keyring keyring,
            ObjectProvider<EncryptedColumn> columns,
            KeySettings settings,
            AuditTrail trail,
            Clock clock,
            TransactionTemplate transaction) {
        this.store = store;
        this.keyring = keyring;
        this.columns = columns;
        this.settings = settings;
        this.trail = trail;
        this.clock = clock;
        this.transaction = transaction;
    }

    @Override
    public String name() {
        return "keys.reencrypt";
    }

    @Override
    public Duration every() {
        return EVERY;
    }

    @Override
    public void run() {
        var superseded =
                store.loadAll().stream().filter(key -> key.state() == KeyState.SUPERSEDED).toList();
        if (superseded.isEmpty()) {
            return;
        }
        keyring.refresh();
        var until = System.nanoTime() + settings.pass().toNanos();
        if (superseded.stream().anyMatch(Reencryption::holdsRows)) {
            columns.orderedStream().forEach(column -> advance(column, until));
        }
        retire(superseded);
    }

    private void advance(EncryptedColumn column, long until) {
        var done = 1;
        while (done > 0 && System.nanoTime() - until < 0) {
            done = transaction.execute(_ -> column.reencrypt(settings.piece()));
        }
    }

    private static boolean holdsRows(WorkingKey key) {
        return key.purpose() != KeyPurpose.SIGNING;
    }

    private void retire(List<WorkingKey> superseded) {
        var old =
                superseded.stream()
                        .filter(this::longEnoughAgo)
                        .filter(key -> !holdsRows(key) || nothingRemains())
                        .toList();
        for (var key : old) {
            transaction.executeWithoutResult(_ -> retire(key));
        }
    }

    // whoever began to write before the rotation must have ended
    private boolean longEnoughAgo(WorkingKey key) {
        var since = key.life().supersededAt();
        return since != null && !since.plus(settings.retireAfter()).isAfter(clock.instant());
    }

    private boolean nothingRemains() {
        return columns.stream().allMatch(column -> column.remaining() == 0);
    }

    private void retire(WorkingKey key) {
        if (store.retire(key.id(), clock.instant())) {
            trail.record(
                    PROGRAM,
                    Act.of("keys.retired", "key", key.id())
                            .changing("state", KeyState.SUPERSEDED, KeyState.RETIRED));
        }
    }
}
