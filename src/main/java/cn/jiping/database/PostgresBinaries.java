package cn.jiping.database;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.Objects;
import java.util.Set;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/** The PostgreSQL programs packed with this version, unpacked once per folder. */
final class PostgresBinaries {
    static final String VERSION = "18.6.0";
    static final String MAJOR = "18";
    private static final String ARCHIVE = "/postgres-linux-x86_64.txz";
    private static final String MACHINE = "amd64";

    private PostgresBinaries() {}

    static Path unpackInto(Path folder) throws IOException {
        return unpackInto(
                folder, System.getProperty("os.name", ""), System.getProperty("os.arch", ""));
    }

    static Path unpackInto(Path folder, String system, String machine) throws IOException {
        var target = folder.resolve(VERSION);
        if (Files.isExecutable(target.resolve("bin/postgres"))) {
            return target;
        }
        var archive = PostgresBinaries.class.getResourceAsStream(ARCHIVE);
        if (archive == null || !system.equals("Linux") || !machine.equals(MACHINE)) {
            throw new DatabaseUnavailable(
                    "This build holds no PostgreSQL for this machine ("
                            + system
                            + " "
                            + machine
                            + ")",
                    "Use Linux on x86-64, or give an external server with JIPING_DB_URL.");
        }
        Files.createDirectories(folder);
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        removeOthers(folder);
        var partial = Files.createTempDirectory(folder, "unpacking");
        try (var tar =
                new TarArchiveInputStream(
                        new XZCompressorInputStream(new BufferedInputStream(archive)))) {
            for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                write(tar, entry, partial);
            }
        }
        openDirectories(partial);
        try {
            Files.move(partial, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileSystemException e) {
            if (!Files.isExecutable(target.resolve("bin/postgres"))) {
                throw e;
            }
            remove(partial);
        }
        return target;
    }

    /** Earlier versions and what an interrupted unpacking left. */
    private static void removeOthers(Path folder) throws IOException {
        try (var entries = Files.list(folder)) {
            for (var entry : entries.toList()) {
                remove(entry);
            }
        }
    }

    static void remove(Path tree) throws IOException {
        try (var all = Files.walk(tree)) {
            for (var path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        }
    }

    private static void write(TarArchiveInputStream tar, TarArchiveEntry entry, Path folder)
            throws IOException {
        var path = folder.resolve(entry.getName()).normalize();
        if (!path.startsWith(folder)) {
            throw new IOException("Entry outside the archive: " + entry.getName());
        }
        Files.createDirectories(
                entry.isDirectory() ? path : Objects.requireNonNull(path.getParent()));
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
        } else if (!entry.isDirectory()) {
            Files.copy(tar, path);
            Files.setPosixFilePermissions(path, permissions(entry.getMode()));
        }
    }

    private static void openDirectories(Path tree) throws IOException {
        try (var all = Files.walk(tree)) {
            for (var path : all.filter(Files::isDirectory).toList()) {
                Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwxr-xr-x"));
            }
        }
    }

    /** Readable for the server's user; the data folder above keeps everybody else out. */
    private static Set<PosixFilePermission> permissions(int mode) {
        return PosixFilePermissions.fromString((mode & 0100) != 0 ? "rwxr-xr-x" : "rw-r--r--");
    }
}
