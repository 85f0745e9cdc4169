package cn.jiping.keys;

import cn.jiping.audit.Act;
import cn.jiping.audit.AuditTrail;
import cn.jiping.shared.Actor;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * 密钥: which keys there are, and their rotation. A rotation adds new keys at once; what lies under
 * the old ones is re-encrypted in the background, and an old key is retired when nothing lies under
 * it.
 */
@Service
public class Keys {
    private final WorkingKeyStore store;
    private final Keyring keyring;
    private final KeyService service;
    private final ObjectProvider<EncryptedColumn> columns;
    private final AuditTrail trail;
    private final Clock clock;

    Keys(
            WorkingKeyStore store,
            Keyring keyring,
            KeyService service,
            ObjectProvider<EncryptedColumn> columns,
            AuditTrail trail,
            Clock clock) {
        this.store = store;
        this.keyring = keyring;
        this.service = service;
        this.columns = columns;
        this.trail = trail;
        this.clock = clock;
    }

    /** All keys there have been, newest first. */
    @Transactional(readOnly = true)
    public List<KeyView> all() {
        return keyring.refresh().keys().values().stream().map(KeyView::of).toList().reversed();
    }

    public String currentMasterKey() {
        return service.currentMasterKey();
    }

    /** How far each encrypted column is. */
    @Transactional(readOnly = true)
    public List<ColumnState> columns() {
        return columns.orderedStream()
                .map(column -> new ColumnState(column.name(), column.remaining()))
                .toList();
    }

    /**
     * Adds a new key of each kind and uses it from now on; other processes follow within seconds.
     *
     * @throws KeysRefused if no kind is given, or the actor's scope is not the whole platform
     */
    @Transactional
    public void rotate(Actor actor, Set<KeyKind> kinds) {
        if (!actor.scope().everywhere()) {
            throw KeysRefused.onlyForTheWholePlatform();
        }
        if (kinds.isEmpty()) {
            throw KeysRefused.nothingChosen();
        }
        keyring.refresh();
        store.lockAll();
        for (var kind : EnumSet.copyOf(kinds)) {
            switch (kind) {
                case MASTER -> rotateMaster(actor);
                case DATA -> rotate(actor, KeyPurpose.DATA);
                case LOOKUP -> rotate(actor, KeyPurpose.LOOKUP);
                case SIGNING -> rotate(actor, KeyPurpose.SIGNING);
            }
        }
        TransactionSynchronizationManager.registerSynchronization(new ForgetAfterwards());
    }

    private void rotateMaster(Actor actor) {
        var before = service.currentMasterKey();
        var after = service.rotate();
        store.loadAll().forEach(key -> store.rewrap(key.id(), key.rewrap(after, service)));
        told(actor, KeyKind.MASTER.name(), before, after);
    }

    private void rotate(Actor actor, KeyPurpose purpose) {
        var before =
                store.loadAll().stream()
                        .filter(key -> key.purpose() == purpose && key.state() == KeyState.CURRENT)
                        .map(WorkingKey::id)
                        .findAny()
                        .orElse("");
        var after = WorkingKey.make(purpose, service, now());
        store.supersede(purpose, now());
        store.insert(after);
        told(actor, purpose.name(), before, after.id());
    }

    private void told(Actor actor, String kind, String before, String after) {
        trail.record(actor, Act.of("keys.rotated", "key", after).changing(kind, before, after));
    }

    private Instant now() {
        return clock.instant();
    }

    private final class ForgetAfterwards implements TransactionSynchronization {
        @Override
        public void afterCompletion(int status) {
            keyring.forget();
        }
    }
}
