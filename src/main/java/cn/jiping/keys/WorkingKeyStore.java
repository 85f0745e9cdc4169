package cn.jiping.keys;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

interface WorkingKeyStore {
    Optional<UUID> loadInstallation();

    void insertInstallation(UUID installation, Instant at);

    /** All keys there have been, oldest first. */
    List<WorkingKey> loadAll();

    void insert(WorkingKey key);

    /** Makes the current key of the purpose a superseded one; the next may then be inserted. */
    void supersede(KeyPurpose purpose, Instant at);

    /** False if it was not a superseded one any more. */
    boolean retire(String id, Instant at);

    void rewrap(String id, WorkingKey.Wrapping wrapping);

    /** Keeps other processes from changing keys until the transaction ends. */
    void lockAll();
}
