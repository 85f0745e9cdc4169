package cn.jiping.keys;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * 密钥文件: the master keys in one private file, replaced whole or not at all. Only its owner may read
 * it.
 */
final class KeyFile {
    private static final Set<PosixFilePermission> OF_OTHERS =
            EnumSet.of(
                    PosixFilePermission.GROUP_READ,
                    PosixFilePermission.GROUP_WRITE,
                    PosixFilePermission.GROUP_EXECUTE,
                    PosixFilePermission.OTHERS_READ,
                    PosixFilePermission.OTHERS_WRITE,
                    PosixFilePermission.OTHERS_EXECUTE);
    private static final Set<PosixFilePermission> WRITE_OF_OTHERS =
            EnumSet.of(PosixFilePermission.GROUP_WRITE, PosixFilePermission.OTHERS_WRITE);

    private final Path path;
    private final Path folder;

    KeyFile(Path path) {
        this.path = path.toAbsolutePath().normalize();
        this.folder = this.path.resolveSibling(".").normalize();
    }

    /**
     * @throws KeysUnavailable if the file is open to others or is no key file
     */
    Optional<MasterKeys> read() {
        if (!Files.exists(path)) {
            return Optional.empty();
        }
        try {
            refuseIfOpenToOthers();
            return Optional.of(
                    MasterKeys.parse(Files.readString(path)).orElseThrow(this::unreadable));
        } catch (IOException e) {
            throw unusable("cannot be read", e);
        }
    }

    /** Changes the file under a lock that other processes on this machine respect. */
    @SuppressWarnings("try") // the lock is held, not used
    MasterKeys change(UnaryOperator<Optional<MasterKeys>> change) {
        try {
            Files.createDirectories(folder, privately("rwx------"));
            try (var channel =
                            FileChannel.open(
                                    folder.resolve(path.getFileName() + ".lock"),
                                    Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE),
                                    privately("rw-------"));
                    var lock = channel.lock()) {
                var before = read();
                var after = change.apply(before).orElseThrow();
                if (before.isEmpty() || !before.get().current().equals(after.current())) {
                    replace(after.json());
                }
                return after;
            }
        } catch (IOException e) {
            throw unusable("cannot be written", e);
        }
    }

    private void replace(String content) throws IOException {
        var fresh = Files.createTempFile(folder, "keyring", ".new", privately("rw-------"));
        try {
            try (var out = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
                var bytes = ByteBuffer.wrap(content.getBytes(StandardCharsets.UTF_8));
                while (bytes.hasRemaining()) {
                    out.write(bytes);
                }
                out.force(true);
            }
            Files.move(fresh, path, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(fresh);
        }
    }

    private void refuseIfOpenToOthers() throws IOException {
        if (!posix()) {
            return;
        }
        if (Files.getPosixFilePermissions(path).stream().anyMatch(OF_OTHERS::contains)) {
            throw new KeysUnavailable(
                    "The key file " + path + " is open to other users of this machine",
                    "Make it private with: chmod 600 " + path);
        }
        if (Files.getPosixFilePermissions(folder).stream().anyMatch(WRITE_OF_OTHERS::contains)) {
            throw new KeysUnavailable(
                    "Other users of this machine may replace the key file in " + folder,
                    "Make the folder private with: chmod 700 " + folder);
        }
    }

    private FileAttribute<?>[] privately(String permissions) {
        return posix()
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }

    private boolean posix() {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix");
    }

    private KeysUnavailable unreadable() {
        return new KeysUnavailable(
                "The file " + path + " is no key file of Jiping",
                "Put back the key file from its backup, or name another with JIPING_KEYS.");
    }

    private KeysUnavailable unusable(String how, IOException cause) {
        return new KeysUnavailable(
                "The key file " + path + " " + how,
                "Let the user this program runs as read and write it, or name another with"
                        + " JIPING_KEYS.",
                cause);
    }

    @Override
    public String toString() {
        return path.toString();
    }
}
