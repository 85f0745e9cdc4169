package cn.jiping.database;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.flywaydb.core.api.MigrationVersion;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

/**
 * 导入: an archive into a database without tables, or in place of all that is there. One transaction
 * makes the tables as they were, fills them, checks counts and hashes, and brings them up to this
 * version; if anything fails, nothing has changed.
 */
final class Import {
    private static final int COPY_BUFFER = 1 << 16;

    private static final int LOOKS = 20;
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);

    private final ZipFile archive;
    private final Manifest manifest;
    private final DatabaseServer server;
    private final Path files;
    private final @Nullable String replaced;
    private final PrintStream out;

    private Import(
            ZipFile archive,
            DatabaseServer server,
            Path home,
            @Nullable String replaced,
            PrintStream out)
            throws IOException {
        this.archive = archive;
        this.manifest = manifestOf(archive);
        this.server = server;
        this.files = home.resolve(Export.FILES);
        this.replaced = replaced;
        this.out = out;
    }

    /**
     * @param replaced the name of the database whose content may be dropped
     * @throws ArchiveRefused if the archive or the database does not fit
     */
    static void from(
            Path file, DatabaseServer server, Path home, @Nullable String replaced, PrintStream out)
            throws IOException, SQLException {
        try (var archive = new ZipFile(file.toFile())) {
            new Import(archive, server, home, replaced, out).run();
        } catch (ZipException e) {
            throw new ArchiveRefused("it is damaged: " + e.getMessage());
        }
    }

    private static Manifest manifestOf(ZipFile archive) throws IOException {
        try (var in = entry(archive, Export.MANIFEST)) {
            return Manifest.read(in);
        }
    }

    private void run() throws IOException, SQLException {
        try (var connection = Connections.forArchive(server.url(), server.owner())) {
            connection.setAutoCommit(false);
            refuseUnfit(connection);
            connection.rollback();
            files();
            try {
                refuseUnfit(connection);
                tables(connection);
                connection.commit();
            } catch (SQLException | IOException | RuntimeException e) {
                connection.rollback();
                throw e;
            }
            connection.setAutoCommit(true);
            try (var statement = connection.createStatement()) {
                statement.execute("analyze");
            }
        }
    }

    private void refuseUnfit(Connection connection) throws SQLException {
        refuseNewer(connection);
        if (othersStay(connection)) {
            throw new ArchiveRefused(
                    "other programs are connected to the database; stop them first");
        }
        if (replaced == null) {
            var kept = KeptTable.in(connection, schemas());
            if (!kept.isEmpty()) {
                throw new ArchiveRefused(
                        "the database already holds tables of this program ("
                                + kept.getFirst().name()
                                + " and others); to drop them all give --replace "
                                + one(connection, "select current_database()"));
            }
        } else if (!replaced.equals(one(connection, "select current_database()"))) {
            throw new ArchiveRefused(
                    "the database to replace is called "
                            + one(connection, "select current_database()")
                            + ", not "
                            + replaced);
        }
    }

    private void refuseNewer(Connection connection) {
        var known = Migrations.modules();
        manifest.versions()
                .forEach((module, version) -> {
                    if (!known.contains(module)
                            || !Migrations.versions(connection, module).contains(version)) {
                        throw new ArchiveRefused(
                                "it holds "
                                        + module
                                        + " of version "
                                        + version
                                        + ", which this program does not know: use the newer"
                                        + " program");
                    }
                });
    }

    /** A connection that was just closed is seen for a moment. */
    private static boolean othersStay(Connection connection) throws SQLException {
        for (var looked = 0; looked < LOOKS && others(connection) > 0; looked++) {
            LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
        }
        return others(connection) > 0;
    }

    private static int others(Connection connection) throws SQLException {
        return Integer.parseInt(
                one(
                        connection,
                        """
                        select count(*) from pg_stat_activity
                        where datname = current_database() and usename is not null
                            and pid <> pg_backend_pid()
                        """));
    }

    private List<String> schemas() {
        var all = new TreeSet<>(Migrations.modules());
        all.addAll(manifest.versions().keySet());
        return List.copyOf(all);
    }

    private void tables(Connection connection) throws SQLException, IOException {
        execute(connection, "set local lock_timeout = '30s'");
        for (var schema : schemas()) {
            execute(connection, "drop schema if exists " + schema + " cascade");
        }
        var uncommitted = Uncommitted.of(connection);
        for (var version : manifest.versions().entrySet()) {
            Migrations.migrate(
                    uncommitted,
                    version.getKey(),
                    MigrationVersion.fromVersion(version.getValue()));
        }
        fill(connection);
        execute(connection, "set constraints all immediate");
        for (var module : Migrations.modules()) {
            Migrations.migrate(uncommitted, module, MigrationVersion.LATEST);
        }
    }

    private void fill(Connection connection) throws SQLException, IOException {
        var schemas = List.copyOf(manifest.versions().keySet());
        var tables = KeptTable.in(connection, schemas);
        Map<String, Manifest.Part> parts =
                manifest.tables().stream()
                        .collect(Collectors.toMap(Manifest.Part::name, Function.identity()));
        var names = tables.stream().map(KeptTable::name).collect(Collectors.toSet());
        if (!names.equals(parts.keySet())) {
            throw new ArchiveRefused("its tables are not those of its version");
        }
        // the rows that migrations bring along come from the archive, too
        execute(connection, "truncate " + String.join(", ", names));
        Partitions.make(connection, schemas, manifest.partitions());
        for (var table : KeptTable.parentsFirst(connection, tables)) {
            fill(connection, table, Objects.requireNonNull(parts.get(table.name())));
        }
    }

    private void fill(Connection connection, KeptTable table, Manifest.Part part)
            throws SQLException, IOException {
        var digest = Hashes.sha256();
        try (var in = new DigestInputStream(entry(archive, table.entry()), digest)) {
            var rows =
                    connection
                            .unwrap(PGConnection.class)
                            .getCopyAPI()
                            .copyIn(table.copyIn(), in, COPY_BUFFER);
            in.transferTo(java.io.OutputStream.nullOutputStream());
            if (rows != part.rows()) {
                throw new ArchiveRefused(
                        "%s should have %d rows and has %d"
                                .formatted(table.name(), part.rows(), rows));
            }
            out.println(table.name() + ": " + rows + " rows");
        }
        refuseChanged(table.name(), part.sha256(), digest);
    }

    /** Before the tables: a file that no row names yet disturbs nobody. */
    private void files() throws IOException {
        var digest = Hashes.sha256();
        var count = 0L;
        try (var lines =
                new BufferedReader(
                        new InputStreamReader(
                                new DigestInputStream(entry(archive, Export.FILE_LIST), digest),
                                StandardCharsets.UTF_8))) {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                var parts = line.split("\t", 2);
                if (parts.length != 2) {
                    throw new ArchiveRefused("its list of files is damaged");
                }
                file(parts[1], parts[0]);
                count++;
            }
        }
        refuseChanged(Export.FILE_LIST, manifest.files().sha256(), digest);
        out.println(Export.FILES + ": " + count);
    }

    private void file(String name, String hash) throws IOException {
        var target = files.resolve(name).normalize();
        if (!target.startsWith(files) || target.equals(files)) {
            throw new ArchiveRefused("it names a file outside its folder: " + name);
        }
        var parent = Objects.requireNonNull(target.getParent());
        Files.createDirectories(
                parent,
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        var partial =
                Files.createTempFile(
                        parent,
                        "import",
                        ".partial",
                        PosixFilePermissions.asFileAttribute(
                                PosixFilePermissions.fromString("rw-------")));
        try {
            var digest = Hashes.sha256();
            try (var in =
                    new DigestInputStream(entry(archive, Export.FILES + "/" + name), digest)) {
                Files.copy(in, partial, StandardCopyOption.REPLACE_EXISTING);
            }
            refuseChanged(name, hash, digest);
            if (Files.exists(target) && Files.mismatch(partial, target) >= 0) {
                throw new ArchiveRefused("another file of this name is there: " + target);
            }
            try (var channel = FileChannel.open(partial, StandardOpenOption.WRITE)) {
                channel.force(true);
            }
            Files.move(partial, target, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(partial);
        }
    }

    private static void refuseChanged(String what, String hash, MessageDigest digest) {
        if (!hash.equals(Hashes.text(digest))) {
            throw new ArchiveRefused("it is damaged: " + what + " does not have its hash");
        }
    }

    private static InputStream entry(ZipFile archive, String name) throws IOException {
        var entry = archive.getEntry(name);
        if (entry == null) {
            throw new ArchiveRefused("it is damaged: " + name + " is missing");
        }
        return archive.getInputStream(entry);
    }

    private static String one(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
