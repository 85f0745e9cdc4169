package cn.jiping.keys;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.SecretKey;
import org.jspecify.annotations.Nullable;

/** Keeps the master keys in a private file outside the data folder. */
final class FileKeyService implements KeyService {
    private final KeyFile file;
    private volatile @Nullable MasterKeys known;

    FileKeyService(Path path) {
        this.file = new KeyFile(path);
    }

    @Override
    public Optional<UUID> installation() {
        var read = file.read();
        known = read.orElse(null);
        return read.map(MasterKeys::installation);
    }

    @Override
    public UUID establish() {
        var keys =
                file.change(before ->
                        before.or(() -> Optional.of(MasterKeys.first(UUID.randomUUID()))));
        known = keys;
        return keys.installation();
    }

    @Override
    public String currentMasterKey() {
        return file.read().orElseThrow(this::missing).current();
    }

    @Override
    public String rotate() {
        var keys = file.change(before -> Optional.of(before.orElseThrow(this::missing).withNew()));
        known = keys;
        return keys.current();
    }

    @Override
    public byte[] wrap(String masterKey, byte[] material, String context) {
        return AesGcm.seal(key(masterKey), material, bound(context));
    }

    @Override
    public byte[] unwrap(String masterKey, byte[] wrapped, String context) {
        return AesGcm.open(key(masterKey), wrapped, bound(context))
                .orElseThrow(() ->
                        new KeysUnavailable(
                                "The key file "
                                        + file
                                        + " does not open key "
                                        + context
                                        + " of this database",
                                "Put back the key file that belongs to this database."));
    }

    // another process may have added a master key since the file was read
    private SecretKey key(String id) {
        var keys = known;
        var found = keys == null ? Optional.<SecretKey>empty() : keys.key(id);
        return found.orElseGet(() -> reread(id));
    }

    private SecretKey reread(String id) {
        var keys = file.read().orElseThrow(this::missing);
        known = keys;
        return keys.key(id)
                .orElseThrow(() ->
                        new KeysUnavailable(
                                "The key file "
                                        + file
                                        + " lacks master key "
                                        + id
                                        + ", under which this database was written",
                                "Put back the newest key file of this database."));
    }

    private KeysUnavailable missing() {
        return new KeysUnavailable(
                "The key file " + file + " is missing",
                "Put it back from its backup; without it nothing personal in this database can be"
                        + " read.");
    }

    private static byte[] bound(String context) {
        return ("jiping.master " + context).getBytes(StandardCharsets.UTF_8);
    }
}
