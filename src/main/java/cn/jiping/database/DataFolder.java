package cn.jiping.database;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * 数据目录: the folder {@code JIPING_HOME}, proven to be ours, private, and held by this program alone
 * until it is closed.
 */
final class DataFolder implements AutoCloseable {
    static final String CLUSTER = "cluster";
    private static final String MARKER = "jiping.home";
    private static final String LOCK = "jiping.lock";

    /** What may lie in a folder that no server was started in yet. */
    private static final Set<String> HARMLESS =
            Set.of(MARKER, LOCK, "files", "law", "log", "lost+found");

    private static final long ROOM_TO_WORK = 50L << 20;
    private static final long ROOM_TO_BEGIN = 200L << 20;

    private final Path path;
    private final FileChannel lockChannel;

    private DataFolder(Path path, FileChannel lockChannel) {
        this.path = path;
        this.lockChannel = lockChannel;
    }

    /**
     * @throws DatabaseUnavailable if the folder is not ours, used by another program, not writable
     *     or full
     */
    static DataFolder claim(Path given) {
        try {
            var path = made(given);
            refuseForeign(path);
            makePrivate(path);
            var folder = new DataFolder(path, locked(path));
            try {
                folder.refuseFull();
                folder.mark();
            } catch (IOException | RuntimeException e) {
                folder.close();
                throw e;
            }
            return folder;
        } catch (IOException e) {
            throw Trouble.with(given, e);
        }
    }

    private static Path made(Path given) throws IOException {
        Files.createDirectories(
                given,
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        return given.toRealPath();
    }

    private static void refuseForeign(Path path) throws IOException {
        if (Files.exists(path.resolve(MARKER))) {
            return;
        }
        try (var entries = Files.list(path)) {
            var foreign =
                    entries.map(entry -> entry.getFileName().toString())
                            .filter(name -> !HARMLESS.contains(name))
                            .sorted()
                            .limit(3)
                            .collect(Collectors.joining(", "));
            if (!foreign.isEmpty()) {
                throw new DatabaseUnavailable(
                        "The folder " + path + " holds other things: " + foreign,
                        "Give Jiping an empty folder of its own with JIPING_HOME; nothing in this one"
                                + " was touched.");
            }
        }
    }

    /** A server under another user needs to pass through; see {@link ServerUser#admitTo}. */
    private static void makePrivate(Path path) throws IOException {
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwx------"));
    }

    private static FileChannel locked(Path path) throws IOException {
        var channel =
                FileChannel.open(
                        path.resolve(LOCK),
                        Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE),
                        PosixFilePermissions.asFileAttribute(
                                PosixFilePermissions.fromString("rw-------")));
        try {
            FileLock lock = channel.tryLock();
            if (lock != null) {
                return channel;
            }
        } catch (OverlappingFileLockException e) {
            // held within this very process
        }
        channel.close();
        throw new DatabaseUnavailable(
                "Another Jiping already runs on the data folder " + path,
                "Stop it first, or give this one a folder of its own with JIPING_HOME.");
    }

    private void refuseFull() throws IOException {
        var needed = Files.exists(cluster()) ? ROOM_TO_WORK : ROOM_TO_BEGIN;
        var free = Files.getFileStore(path).getUsableSpace();
        if (free < needed) {
            throw Trouble.diskFull(path, free >> 20, needed >> 20);
        }
    }

    private void mark() throws IOException {
        var marker = path.resolve(MARKER);
        if (!Files.exists(marker)) {
            Files.writeString(marker, "The data folder of a Jiping program. Form: 1\n");
            Files.setPosixFilePermissions(marker, PosixFilePermissions.fromString("rw-------"));
        }
    }

    Path path() {
        return path;
    }

    Path cluster() {
        return path.resolve(CLUSTER);
    }

    Path log() {
        return path.resolve("log");
    }

    @Override
    public void close() {
        try {
            lockChannel.close();
        } catch (IOException e) {
            throw Trouble.with(path, e);
        }
    }
}
