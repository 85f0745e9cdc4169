package cn.jiping.file;

import cn.jiping.file.FileDraft.Subject;
import cn.jiping.shared.Actor;
import cn.jiping.shared.Scope;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

interface FileStore {
    /**
     * @return false if the client stored this before
     */
    boolean insert(StoredFile file, ClientKey client);

    /** Those not deleted. */
    Optional<StoredFile> find(Scope scope, FileId id);

    /** The same, held for the caller's transaction. */
    Optional<StoredFile> lock(Scope scope, FileId id);

    List<FileView> list(Scope scope, Subject subject);

    Optional<FileId> loadStoredBy(ClientKey client);

    /**
     * @param reason null withdraws the request
     * @throws cn.jiping.shared.Stale if somebody changed it meanwhile
     */
    void askDeletion(StoredFile file, @Nullable String reason, Actor actor, Instant now);

    /**
     * @param reason null ends the hold
     * @throws cn.jiping.shared.Stale if somebody changed it meanwhile
     */
    void hold(StoredFile file, @Nullable String reason, Actor actor, Instant now);

    /**
     * Forgets name and key and lets go of the content.
     *
     * @throws cn.jiping.shared.Stale if somebody changed it meanwhile
     */
    void delete(StoredFile file, Actor actor, Instant now);

    /** Those the program erases by itself by this day. */
    List<StoredFile> loadToErase(LocalDate today, int atMost);

    Optional<LocalDate> loadNextErasure(LocalDate after);

    /** Which of these a file still needs. */
    Set<BlobAddress> loadInUse(List<BlobAddress> blobs);

    List<StoredFile> loadAfter(@Nullable FileId after, int atMost);

    /** Those whose key is not sealed under the vault's current key. */
    List<StoredFile> loadKeysNotUnder(byte[] prefix, int atMost);

    long countedKeysNotUnder(byte[] prefix);

    /**
     * @return false if the key changed meanwhile
     */
    boolean reseal(FileId file, byte[] before, byte[] sealed);

    /** Who stored, and the key under which he did. */
    record ClientKey(String client, String key) {}
}
