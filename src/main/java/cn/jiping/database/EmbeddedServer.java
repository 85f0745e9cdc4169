package cn.jiping.database;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A PostgreSQL of our own in the data folder, started and stopped with the program. */
final class EmbeddedServer implements DatabaseServer {
    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedServer.class);
    static final String DATABASE = "jiping";
    private static final String MAINTENANCE = "postgres";
    private static final String SETTINGS = "jiping.conf";

    /** A server that was killed under load first replays its journal. */
    private static final int START_LIMIT_SECONDS = 600;

    private static final int PORT_TRIES = 10;
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(1);
    private static final long LARGEST_LOG = 5L << 20;
    private static final int LAST_LINES = 12;

    private final DataFolder folder;
    private final PostgresPrograms programs;
    private final EmbeddedLogins logins;
    private final ClusterProcesses processes;
    private final AtomicBoolean closed = new AtomicBoolean();
    private int port;

    private EmbeddedServer(DataFolder folder, PostgresPrograms programs, EmbeddedLogins logins) {
        this.folder = folder;
        this.programs = programs;
        this.logins = logins;
        this.processes = processes(folder.path());
    }

    /** The processes of the server of this data folder, whoever started them. */
    static ClusterProcesses processes(Path home) {
        var cluster = home.resolve(DataFolder.CLUSTER);
        return new ClusterProcesses(cluster, clusterName(cluster));
    }

    /** What a start takes from the machine; tests give another one. */
    interface Machine {
        default Path binaries(Path home) throws IOException {
            return PostgresBinaries.unpackInto(home.resolve("postgres"));
        }

        default ServerUser user(Path cluster) throws IOException {
            return ServerUser.of(cluster);
        }

        /** Lines of PostgreSQL's configuration that are stronger than ours. */
        default String settings() {
            return "";
        }

        default int freePort() throws IOException {
            try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                return socket.getLocalPort();
            }
        }
    }

    /**
     * Starts the server in the folder, making its cluster at the first time.
     *
     * @throws DatabaseUnavailable if the folder is used by another program, is not ours, is not
     *     writable or full
     */
    static EmbeddedServer start(Path home, Machine machine) {
        var folder = DataFolder.claim(home);
        try {
            refuseOtherMajor(folder);
            var programs =
                    new PostgresPrograms(
                            machine.binaries(folder.path()), machine.user(folder.cluster()));
            var server = new EmbeddedServer(folder, programs, EmbeddedLogins.in(folder));
            server.start(machine);
            return server;
        } catch (IOException e) {
            folder.close();
            throw Trouble.with(home, e);
        } catch (RuntimeException | Error e) {
            folder.close();
            throw e;
        }
    }

    private static void refuseOtherMajor(DataFolder folder) throws IOException {
        var file = folder.cluster().resolve("PG_VERSION");
        if (Files.exists(folder.cluster())) {
            var major = Files.readString(file).strip();
            if (!major.equals(PostgresBinaries.MAJOR)) {
                throw new DatabaseUnavailable(
                        "The data folder %s was written by PostgreSQL %s; this program brings %s"
                                .formatted(folder.path(), major, PostgresBinaries.MAJOR),
                        "Run export with the program that wrote it, then import the file with this"
                                + " one into an empty folder.");
            }
        }
    }

    private void start(Machine machine) throws IOException {
        processes.endLeftBehind();
        try {
            programs.user().admitTo(folder.path());
            prepareLog();
            if (!Files.exists(folder.cluster())) {
                initialise();
            }
            Files.setPosixFilePermissions(
                    folder.cluster(), PosixFilePermissions.fromString("rwx------"));
            launch(machine);
            createDatabase();
            watch();
        } catch (IOException | RuntimeException | Error e) {
            processes.end();
            throw e;
        }
    }

    private void prepareLog() throws IOException {
        Files.createDirectories(folder.log());
        Files.setPosixFilePermissions(folder.log(), PosixFilePermissions.fromString("rwx------"));
        if (Files.exists(log()) && Files.size(log()) > LARGEST_LOG) {
            Files.move(
                    log(),
                    log().resolveSibling("postgres.1.log"),
                    StandardCopyOption.REPLACE_EXISTING);
        }
        programs.user().own(folder.log());
    }

    private Path log() {
        return folder.log().resolve("postgres.log");
    }

    /** Into another folder first, so that a start that was cut off leaves no half cluster. */
    private void initialise() throws IOException {
        var begun = folder.path().resolve("cluster.new");
        if (Files.exists(begun)) {
            PostgresBinaries.remove(begun);
        }
        Files.createDirectory(
                begun,
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        programs.user().own(begun);
        var password = Files.createTempFile(folder.log(), "init", ".pw");
        try {
            Files.writeString(password, owner().password());
            programs.user().own(password);
            var outcome =
                    programs.run(
                            "initdb",
                            List.of(
                                    "--pgdata=" + begun,
                                    "--username=" + owner().user(),
                                    "--pwfile=" + password,
                                    "--auth=scram-sha-256",
                                    "--encoding=UTF8",
                                    "--locale-provider=icu",
                                    "--icu-locale=zh-CN",
                                    "--locale=C.UTF-8",
                                    "--data-checksums",
                                    "--no-instructions"));
            if (outcome.failed()) {
                throw Trouble.of(folder.path(), lastLines(outcome.said()));
            }
        } finally {
            Files.deleteIfExists(password);
        }
        var configuration = begun.resolve("postgresql.conf");
        Files.writeString(
                configuration, Files.readString(configuration) + "\ninclude '" + SETTINGS + "'\n");
        Files.move(begun, folder.cluster(), StandardCopyOption.ATOMIC_MOVE);
    }

    private void launch(Machine machine) throws IOException {
        for (var tried = 1; ; tried++) {
            port = machine.freePort();
            configure(machine.settings());
            var said = launched();
            if (said.isEmpty()) {
                LOG.info("PostgreSQL {} serves {}", PostgresBinaries.VERSION, folder.path());
                return;
            }
            if (!said.contains("could not bind") || tried == PORT_TRIES) {
                throw Trouble.of(folder.path(), lastLines(said));
            }
        }
    }

    /** Returns why it did not start; empty if it did. */
    private String launched() throws IOException {
        var before = Files.exists(log()) ? Files.size(log()) : 0;
        var outcome =
                programs.run(
                        "pg_ctl",
                        List.of(
                                "start",
                                "--pgdata=" + folder.cluster(),
                                "--wait",
                                "--timeout=" + START_LIMIT_SECONDS,
                                "--log=" + log()));
        return outcome.failed() ? outcome.said() + logSince(before) : "";
    }

    /** Somebody else may end it, such as a system short of memory; the pages then wait a moment. */
    private void watch() throws IOException {
        var postmaster = new AtomicLong(postmaster());
        Thread.ofPlatform()
                .daemon()
                .name("postgresql-watch")
                .start(() -> {
                    while (!closed.get()) {
                        LockSupport.parkNanos(LOOK_AGAIN.toNanos());
                        if (!processes.servedBy(postmaster.get())) {
                            postmaster.set(revived());
                        }
                    }
                });
    }

    private long postmaster() throws IOException {
        var file = folder.cluster().resolve("postmaster.pid");
        return Long.parseLong(Files.readAllLines(file).getFirst().strip());
    }

    /** On the same port, so that the pool finds it again; 0 if it could not be. */
    private synchronized long revived() {
        if (closed.get()) {
            return 0;
        }
        LOG.error("PostgreSQL was ended from outside; starting it again");
        try {
            processes.endLeftBehind();
            var said = launched();
            if (said.isEmpty()) {
                return postmaster();
            }
            LOG.error("PostgreSQL does not start again: {}", lastLines(said));
        } catch (IOException | DatabaseUnavailable e) {
            LOG.error("PostgreSQL does not start again: {}", e.getMessage());
        }
        return 0;
    }

    private void configure(String given) throws IOException {
        var settings = folder.cluster().resolve(SETTINGS);
        Files.writeString(settings, settings(given));
        Files.setPosixFilePermissions(settings, PosixFilePermissions.fromString("rw-------"));
        programs.user().own(settings);
    }

    private String settings(String given) {
        return """
        # Written by Jiping at each start. Your own settings go to ../postgresql.conf.
        listen_addresses = '127.0.0.1'
        port = %d
        unix_socket_directories = ''
        cluster_name = '%s'
        max_connections = 200

        fsync = on
        synchronous_commit = on
        full_page_writes = on
        password_encryption = 'scram-sha-256'
        timezone = 'Asia/Shanghai'
        log_timezone = 'Asia/Shanghai'
        idle_in_transaction_session_timeout = '10min'

        shared_buffers = '256MB'
        effective_cache_size = '1GB'
        work_mem = '8MB'
        maintenance_work_mem = '128MB'
        checkpoint_timeout = '15min'
        # a young database grows many times over between two looks of the usual minute
        autovacuum_naptime = '5s'
        random_page_cost = 1.1
        jit = off

        # no statement and no value of a row in the log: they may name people
        log_min_messages = log
        log_min_error_statement = panic
        log_error_verbosity = terse
        log_checkpoints = off

        %s
        include_if_exists = '../postgresql.conf'
        """
                .formatted(port, clusterName(folder.cluster()), given);
    }

    /** Seen in the names of the server's processes; tells this folder's from any other. */
    private static String clusterName(Path cluster) {
        try {
            var digest =
                    MessageDigest.getInstance("SHA-256")
                            .digest(cluster.toString().getBytes(StandardCharsets.UTF_8));
            return "jiping-" + HexFormat.of().formatHex(digest, 0, 6);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private String logSince(long position) throws IOException {
        if (!Files.exists(log())) {
            return "";
        }
        try (var in = Files.newInputStream(log())) {
            in.skipNBytes(position);
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static String lastLines(String text) {
        var lines = text.strip().lines().toList();
        return String.join(
                System.lineSeparator(),
                lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size()));
    }

    private void createDatabase() {
        try (var connection = Connections.open(urlOf(MAINTENANCE), owner());
                var statement = connection.createStatement()) {
            if (!statement
                    .executeQuery(
                            "select 1 from pg_roles where rolname = '" + APPLICATION_ROLE + "'")
                    .next()) {
                statement.execute(
                        "create role "
                                + APPLICATION_ROLE
                                + " login password '"
                                + application().password()
                                + "'");
            }
            if (!statement
                    .executeQuery("select 1 from pg_database where datname = '" + DATABASE + "'")
                    .next()) {
                statement.execute("create database " + DATABASE);
            }
        } catch (SQLException e) {
            throw new DatabaseUnavailable(
                    "The embedded PostgreSQL refuses our login: " + e.getMessage(),
                    "See " + log() + " and logins.properties in " + folder.path(),
                    e);
        }
    }

    @Override
    public String url() {
        return urlOf(DATABASE);
    }

    private String urlOf(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    @Override
    public Login owner() {
        return logins.owner();
    }

    @Override
    public Login application() {
        return logins.application();
    }

    List<Long> pids() {
        return processes.pids();
    }

    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            try (folder) {
                end();
            } catch (IOException e) {
                throw Trouble.with(folder.path(), e);
            }
        }
    }

    private synchronized void end() throws IOException {
        processes.end();
    }
}
