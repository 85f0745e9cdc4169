package cn.jiping.keys;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * 钥匙串: the working keys of this database, opened and kept in memory. What another process adds is
 * seen within the refresh time, and at once when something written under it is read.
 */
@Component
class Keyring implements InitializingBean {
    private final WorkingKeyStore store;
    private final KeyService service;
    private final KeySettings settings;
    private final Clock clock;
    private final TransactionTemplate apart;
    private final Map<String, OpenKey> opened = new ConcurrentHashMap<>();
    private final ReentrantLock refreshing = new ReentrantLock();
    private volatile @Nullable Known known;

    Keyring(
            WorkingKeyStore store,
            KeyService service,
            KeySettings settings,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.store = store;
        this.service = service;
        this.settings = settings;
        this.clock = clock;
        this.apart = new TransactionTemplate(transactions);
        this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** What the database said when it was last asked. */
    record Known(Map<String, WorkingKey> keys, Map<KeyPurpose, WorkingKey> current, long askedAt) {
        static Known of(Collection<WorkingKey> keys) {
            var byId = new LinkedHashMap<String, WorkingKey>();
            var current = new EnumMap<KeyPurpose, WorkingKey>(KeyPurpose.class);
            for (var key : keys) {
                byId.put(key.id(), key);
                if (key.state() == KeyState.CURRENT) {
                    current.put(key.purpose(), key);
                }
            }
            return new Known(byId, current, System.nanoTime());
        }

        boolean olderThan(long nanos) {
            return System.nanoTime() - askedAt > nanos;
        }
    }

    /**
     * Opens every key in use, so that a wrong key file is found at the start and not at the first
     * page.
     */
    @Override
    public void afterPropertiesSet() {
        requireOwnMasterKeys();
        refresh().keys().values().stream().filter(WorkingKey::inUse).forEach(this::opened);
    }

    OpenKey current(KeyPurpose purpose) {
        var key = fresh().current().get(purpose);
        if (key == null) {
            throw new IllegalStateException("No current key for " + purpose);
        }
        return opened(key);
    }

    /** The keys something may lie under, the current one first. */
    List<OpenKey> inUse(KeyPurpose purpose) {
        var inUse = new ArrayList<OpenKey>();
        for (var key : fresh().keys().values()) {
            if (key.purpose() == purpose && key.inUse()) {
                inUse.addFirst(opened(key));
            }
        }
        return inUse;
    }

    Optional<OpenKey> key(String id, KeyPurpose purpose) {
        return workingKey(id).filter(key -> key.purpose() == purpose).map(this::opened);
    }

    Optional<WorkingKey> workingKey(String id) {
        var key = fresh().keys().get(id);
        return Optional.ofNullable(key == null ? refresh().keys().get(id) : key);
    }

    List<WorkingKey> all() {
        return List.copyOf(fresh().keys().values());
    }

    private OpenKey opened(WorkingKey key) {
        return opened.computeIfAbsent(
                key.id(), id -> new OpenKey(id, key.purpose(), key.secret(service)));
    }

    private Known fresh() {
        var now = known;
        return now == null || now.olderThan(settings.refresh().toNanos()) ? refresh() : now;
    }

    /** Asks the database; makes the first keys of a new one. */
    Known refresh() {
        var asked = System.nanoTime();
        refreshing.lock();
        try {
            var meanwhile = known;
            if (meanwhile != null && meanwhile.askedAt() - asked > 0) {
                return meanwhile;
            }
            var keys = store.loadAll();
            var now = Known.of(keys.isEmpty() ? first() : keys);
            known = now;
            return now;
        } finally {
            refreshing.unlock();
        }
    }

    /** For a database that was exchanged under the program. */
    void forget() {
        known = null;
    }

    private List<WorkingKey> first() {
        return apart.execute(_ -> {
            store.lockAll();
            var keys = store.loadAll();
            return keys.isEmpty() ? makeFirst() : keys;
        });
    }

    private List<WorkingKey> makeFirst() {
        if (store.loadInstallation().isPresent()) {
            throw new KeysUnavailable(
                    "This database has lost its table of keys",
                    "Restore it from a backup; new keys could not read what it holds.");
        }
        var at = clock.instant();
        store.insertInstallation(service.establish(), at);
        var keys = new ArrayList<WorkingKey>();
        for (var purpose : KeyPurpose.values()) {
            var key = WorkingKey.make(purpose, service, at);
            store.insert(key);
            keys.add(key);
        }
        return keys;
    }

    /**
     * @throws KeysUnavailable if the master keys are missing or those of another database
     */
    private void requireOwnMasterKeys() {
        var installation = store.loadInstallation();
        if (installation.isEmpty()) {
            return;
        }
        var found = service.installation();
        if (!found.equals(installation)) {
            throw foreign(installation.get(), found);
        }
    }

    private KeysUnavailable foreign(UUID wanted, Optional<UUID> found) {
        return found.map(other ->
                        new KeysUnavailable(
                                "The master keys belong to installation "
                                        + other
                                        + ", this database to "
                                        + wanted,
                                "Give the key file of this database with JIPING_KEYS, or"
                                        + " the database of these keys."))
                .orElseGet(() ->
                        new KeysUnavailable(
                                "The master keys of this database (installation "
                                        + wanted
                                        + ") are missing",
                                "Put the key file back from its backup, or name it with"
                                        + " JIPING_KEYS. No new keys are made: they could"
                                        + " not read what the database holds."));
    }
}
