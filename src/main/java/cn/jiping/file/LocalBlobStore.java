package cn.jiping.file;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Keeps content in a local folder, two levels deep by the first digits of the hash. Content comes
 * to its place in one move, after it is safely on the disk.
 */
final class LocalBlobStore implements BlobStore {
    private static final String INCOMING = "incoming";
    private static final String ASIDE = "aside";

    private final Path folder;
    private final Clock clock;

    LocalBlobStore(Path folder, Clock clock) {
        this.folder = folder;
        this.clock = clock;
    }

    @Override
    public BlobAddress put(byte[] content) {
        var address = BlobAddress.of(content);
        var place = place(address);
        try {
            if (!touch(place)) {
                var incoming = privateFolder(folder.resolve(INCOMING));
                var arriving = incoming.resolve(UUID.randomUUID().toString());
                write(arriving, content);
                privateFolder(parent(place));
                Files.move(arriving, place, StandardCopyOption.ATOMIC_MOVE);
                sync(parent(place));
            }
            return address;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean touch(Path place) throws IOException {
        try {
            Files.setLastModifiedTime(place, FileTime.from(clock.instant()));
            return true;
        } catch (NoSuchFileException e) {
            return false;
        }
    }

    private void write(Path file, byte[] content) throws IOException {
        var privately =
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        try (var out =
                FileChannel.open(
                        file,
                        Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                        privately)) {
            var bytes = ByteBuffer.wrap(content);
            while (bytes.hasRemaining()) {
                out.write(bytes);
            }
            out.force(true);
        }
        Files.setLastModifiedTime(file, FileTime.from(clock.instant()));
    }

    /** A new name is safe only when its folder is on the disk too. */
    private static void sync(Path folder) throws IOException {
        try (var channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    @Override
    public Optional<byte[]> read(BlobAddress address) {
        try {
            return Optional.of(Files.readAllBytes(place(address)));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public boolean has(BlobAddress address) {
        return Files.isRegularFile(place(address));
    }

    @Override
    public List<BlobAddress> untouchedSince(Instant instant, BlobAddress after, int atMost) {
        return blobs().filter(file -> file.getFileName().toString().compareTo(after.value()) > 0)
                .filter(file -> modifiedBefore(file, instant))
                .limit(atMost)
                .map(file -> new BlobAddress(file.getFileName().toString()))
                .toList();
    }

    private Stream<Path> blobs() {
        return children(folder)
                .filter(first -> first.getFileName().toString().length() == 2)
                .flatMap(LocalBlobStore::children)
                .flatMap(LocalBlobStore::children)
                .filter(file -> BlobAddress.isOne(file.getFileName().toString()));
    }

    @Override
    public void layAside(BlobAddress address) {
        try {
            privateFolder(folder.resolve(ASIDE));
            moveIfThere(place(address), folder.resolve(ASIDE).resolve(address.value()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public List<BlobAddress> aside() {
        return children(folder.resolve(ASIDE))
                .map(file -> file.getFileName().toString())
                .filter(BlobAddress::isOne)
                .map(BlobAddress::new)
                .toList();
    }

    @Override
    public void restore(BlobAddress address) {
        try {
            privateFolder(parent(place(address)));
            moveIfThere(folder.resolve(ASIDE).resolve(address.value()), place(address));
            sync(parent(place(address)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void discard(BlobAddress address) {
        delete(folder.resolve(ASIDE).resolve(address.value()));
    }

    @Override
    public int tidy(Instant before) {
        var stale =
                children(folder.resolve(INCOMING))
                        .filter(file -> modifiedBefore(file, before))
                        .toList();
        stale.forEach(LocalBlobStore::delete);
        return stale.size();
    }

    private Path place(BlobAddress address) {
        var hash = address.value();
        return folder.resolve(hash.substring(0, 2)).resolve(hash.substring(2, 4)).resolve(hash);
    }

    private static Path parent(Path file) {
        var parent = file.getParent();
        if (parent == null) {
            throw new IllegalArgumentException("No folder: " + file);
        }
        return parent;
    }

    private Path privateFolder(Path wanted) throws IOException {
        if (Files.isDirectory(wanted)) {
            return wanted;
        }
        var privately =
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
        Files.createDirectories(wanted, privately);
        sync(parent(wanted));
        if (!parent(wanted).equals(folder) && Files.isDirectory(parent(parent(wanted)))) {
            sync(parent(parent(wanted)));
        }
        return wanted;
    }

    private static void moveIfThere(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (NoSuchFileException e) {
            return;
        } catch (AtomicMoveNotSupportedException e) {
            throw new IllegalStateException("Within one folder a move is one step", e);
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean modifiedBefore(Path file, Instant instant) {
        try {
            return Files.getLastModifiedTime(file).toInstant().isBefore(instant);
        } catch (NoSuchFileException e) {
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<Path> children(Path parent) {
        try (var paths = Files.list(parent)) {
            return paths.sorted().toList().stream();
        } catch (NoSuchFileException e) {
            return Stream.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
