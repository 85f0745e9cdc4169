package cn.jiping.database;

import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestOutputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.postgresql.PGConnection;

/**
 * 导出: everything a program holds, in one file: each table as of one instant, and the files. What is
 * encrypted stays encrypted. Nothing is held in memory whole.
 */
final class Export {
    static final String MANIFEST = "manifest.json";
    static final String FILE_LIST = "files.tsv";
    static final String FILES = "files";

    private final DatabaseServer server;
    private final Path files;
    private final Clock clock;
    private final PrintStream out;

    Export(DatabaseServer server, Path home, Clock clock, PrintStream out) {
        this.server = server;
        this.files = home.resolve(FILES);
        this.clock = clock;
        this.out = out;
    }

    /** Under another name first, so that a file of that name is always whole. */
    void to(Path target) throws IOException, SQLException {
        if (Files.exists(target)) {
            throw new ArchiveRefused(target + " exists already");
        }
        var partial = target.resolveSibling(target.getFileName() + ".partial");
        Files.deleteIfExists(partial);
        Files.createFile(
                partial,
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try {
            try (var zip =
                    new ZipOutputStream(
                            new BufferedOutputStream(Files.newOutputStream(partial), 1 << 16))) {
                write(zip);
            }
            try (var channel = FileChannel.open(partial, StandardOpenOption.WRITE)) {
                channel.force(true);
            }
            Files.move(partial, target, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(partial);
        }
    }

    private void write(ZipOutputStream zip) throws IOException, SQLException {
        var tables = new ArrayList<Manifest.Part>();
        Map<String, String> versions;
        Map<String, Map<String, String>> partitions;
        try (var connection = snapshot()) {
            versions = versions(connection);
            if (versions.isEmpty()) {
                throw new ArchiveRefused("the database holds no tables of this program");
            }
            var schemas = List.copyOf(versions.keySet());
            partitions = Partitions.in(connection, schemas);
            for (var table : KeptTable.in(connection, schemas)) {
                tables.add(table(zip, connection, table));
            }
        }
        var list = files(zip);
        zip.putNextEntry(new ZipEntry(MANIFEST));
        new Manifest(
                        Manifest.FORM,
                        programVersion(),
                        clock.instant(),
                        versions,
                        tables,
                        partitions,
                        new TreeMap<>(KeptTable.EXCLUDED),
                        list)
                .write(zip);
        zip.closeEntry();
    }

    private Connection snapshot() throws SQLException {
        var connection = Connections.forArchive(server.url(), server.owner());
        connection.setAutoCommit(false);
        connection.setReadOnly(true);
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        return connection;
    }

    private static Map<String, String> versions(Connection connection) throws SQLException {
        var versions = new TreeMap<String, String>();
        for (var module : Migrations.modules()) {
            var version = Migrations.applied(connection, module);
            if (version != null) {
                versions.put(module, version);
            }
        }
        return versions;
    }

    private Manifest.Part table(ZipOutputStream zip, Connection connection, KeptTable table)
            throws IOException, SQLException {
        zip.putNextEntry(new ZipEntry(table.entry()));
        var digest = Hashes.sha256();
        var rows =
                connection
                        .unwrap(PGConnection.class)
                        .getCopyAPI()
                        .copyOut(
                                table.copyOut(),
                                new DigestOutputStream(new WithoutClosing(zip), digest));
        zip.closeEntry();
        out.println(table.name() + ": " + rows + " rows");
        return new Manifest.Part(table.name(), rows, Hashes.text(digest));
    }

    /** The list goes to disk first: there may be millions. */
    private Manifest.Part files(ZipOutputStream zip) throws IOException {
        var list = Files.createTempFile("jiping-files", ".tsv");
        try {
            var count = 0L;
            try (var lines = new PrintWriter(list.toFile(), StandardCharsets.UTF_8)) {
                if (Files.isDirectory(files)) {
                    try (var all = Files.walk(files)) {
                        for (var path :
                                (Iterable<Path>) all.filter(Files::isRegularFile)::iterator) {
                            count += file(zip, path, lines) ? 1 : 0;
                        }
                    }
                }
            }
            zip.putNextEntry(new ZipEntry(FILE_LIST));
            var digest = Hashes.sha256();
            Files.copy(list, new DigestOutputStream(new WithoutClosing(zip), digest));
            zip.closeEntry();
            out.println(FILES + ": " + count);
            return new Manifest.Part(FILE_LIST, count, Hashes.text(digest));
        } finally {
            Files.deleteIfExists(list);
        }
    }

    private boolean file(ZipOutputStream zip, Path path, PrintWriter lines) throws IOException {
        var name = files.relativize(path).toString();
        if (name.chars().anyMatch(Character::isISOControl)) {
            throw new ArchiveRefused("a file has a name with control characters: " + path);
        }
        try (var in = Files.newInputStream(path)) {
            zip.putNextEntry(new ZipEntry(FILES + "/" + name));
            var digest = Hashes.sha256();
            in.transferTo(new DigestOutputStream(new WithoutClosing(zip), digest));
            zip.closeEntry();
            lines.print(Hashes.text(digest) + "\t" + name + "\n");
            return true;
        } catch (NoSuchFileException e) {
            // removed since the folder was listed, after the tables were read without it
            return false;
        }
    }

    private static String programVersion() {
        var version = Export.class.getPackage().getImplementationVersion();
        return version == null ? "development" : version;
    }

    private static final class WithoutClosing extends FilterOutputStream {
        WithoutClosing(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int from, int count) throws IOException {
            out.write(bytes, from, count);
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }
}
