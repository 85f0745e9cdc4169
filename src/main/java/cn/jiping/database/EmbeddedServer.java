package cn.jiping.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.TimeUnit;

/** A PostgreSQL of our own in the data folder, started and stopped with the program. */
final class EmbeddedServer implements DatabaseServer {
    private static final Duration START_LIMIT = Duration.ofMinutes(2);
    private static final String DATABASE = "jiping";
    private static final Login OWNER_NAME = new Login("jiping_owner", "");

    private final Path home;
    private final Path binaries;
    private final FileChannel lockChannel;
    private final int port;
    private final Login owner;
    private final Login application;

    private EmbeddedServer(
            Path home,
            Path binaries,
            FileChannel lockChannel,
            int port,
            Login owner,
            Login application) {
        this.home = home;
        this.binaries = binaries;
        this.lockChannel = lockChannel;
        this.port = port;
        this.owner = owner;
        this.application = application;
    }

    /**
     * Starts the server in the folder, making its cluster at the first time.
     *
     * @throws DatabaseUnavailable if the folder is used by another program, is not ours, is not
     *     writable or full
     */
    static EmbeddedServer start(Path home) {
        try {
            Files.createDirectories(
                    home,
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString("rwx------")));
            var channel =
                    FileChannel.open(
                            home.resolve("jiping.lock"),
                            StandardOpenOption.CREATE,
                            StandardOpenOption.WRITE);
            FileLock lock = channel.tryLock();
            if (lock == null) {
                throw new DatabaseUnavailable(
                        "Another Jiping already runs on the data folder " + home,
                        "Stop it first, or give this one its own folder with JIPING_HOME.");
            }
            var binaries = PostgresBinaries.unpackInto(home.resolve("postgres"));
            var logins = logins(home);
            var owner = new Login(OWNER_NAME.user(), logins.getProperty("owner"));
            var application = new Login("jiping_app", logins.getProperty("application"));
            var cluster = home.resolve("cluster");
            if (!Files.exists(cluster.resolve("PG_VERSION"))) {
                initialise(home, binaries, owner);
            }
            var server =
                    new EmbeddedServer(home, binaries, channel, freePort(), owner, application);
            server.launch();
            server.createDatabase();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void initialise(Path home, Path binaries, Login owner) throws IOException {
        var passwordFile = Files.createTempFile(home, "init", ".pw");
        try {
            Files.writeString(passwordFile, owner.password());
            run(
                    binaries,
                    List.of(
                            binaries.resolve("bin/initdb").toString(),
                            "-D",
                            home.resolve("cluster").toString(),
                            "-U",
                            owner.user(),
                            "--pwfile=" + passwordFile,
                            "-A",
                            "scram-sha-256",
                            "-E",
                            "UTF8",
                            "--locale-provider=icu",
                            "--icu-locale=zh-CN",
                            "--locale=C.UTF-8",
                            "--data-checksums"));
        } finally {
            Files.deleteIfExists(passwordFile);
        }
    }

    private void launch() throws IOException {
        run(
                binaries,
                List.of(
                        binaries.resolve("bin/pg_ctl").toString(),
                        "-D",
                        home.resolve("cluster").toString(),
                        "-w",
                        "-t",
                        Long.toString(START_LIMIT.toSeconds()),
                        "-l",
                        home.resolve("postgres.log").toString(),
                        "-o",
                        "-p "
                                + port
                                + " -c listen_addresses=127.0.0.1 -c unix_socket_directories=''"
                                + " -c fsync=on -c synchronous_commit=on -c max_connections=200"
                                + " -c timezone=Asia/Shanghai",
                        "start"));
    }

    private void createDatabase() {
        try (var connection =
                        DriverManager.getConnection(
                                urlOf("postgres"), owner.user(), owner.password());
                var statement = connection.createStatement()) {
            if (!statement
                    .executeQuery("select 1 from pg_roles where rolname = 'jiping_app'")
                    .next()) {
                statement.execute(
                        "create role jiping_app login password '" + application.password() + "'");
            }
            if (!statement
                    .executeQuery("select 1 from pg_database where datname = '" + DATABASE + "'")
                    .next()) {
                statement.execute("create database " + DATABASE);
            }
        } catch (SQLException e) {
            throw new DatabaseUnavailable(
                    "The embedded PostgreSQL refuses our login",
                    "See " + home.resolve("postgres.log"),
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
        return owner;
    }

    @Override
    public Login application() {
        return application;
    }

    @Override
    public void close() {
        try (lockChannel) {
            run(
                    binaries,
                    List.of(
                            binaries.resolve("bin/pg_ctl").toString(),
                            "-D",
                            home.resolve("cluster").toString(),
                            "-m",
                            "fast",
                            "-w",
                            "stop"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Properties logins(Path home) throws IOException {
        var file = home.resolve("logins.properties");
        var logins = new Properties();
        if (Files.exists(file)) {
            try (var in = Files.newBufferedReader(file)) {
                logins.load(in);
            }
            return logins;
        }
        logins.setProperty("owner", secret());
        logins.setProperty("application", secret());
        Files.createFile(
                file,
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try (var out = Files.newBufferedWriter(file)) {
            logins.store(out, "Logins of the embedded PostgreSQL");
        }
        return logins;
    }

    private static String secret() {
        var bytes = new byte[24];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** PostgreSQL refuses to run as root: as root it runs in a user namespace of its own. */
    private static void run(Path binaries, List<String> command) throws IOException {
        var full = new ArrayList<String>();
        if ("root".equals(System.getProperty("user.name"))) {
            full.addAll(List.of("unshare", "-U", "--"));
        }
        full.addAll(command);
        var output = Files.createTempFile("jiping-pg", ".out");
        try {
            var process =
                    new ProcessBuilder(full)
                            .directory(binaries.toFile())
                            .redirectErrorStream(true)
                            .redirectOutput(output.toFile())
                            .start();
            if (!process.waitFor(START_LIMIT.toSeconds() + 10, TimeUnit.SECONDS)
                    || process.exitValue() != 0) {
                throw new DatabaseUnavailable(
                        "PostgreSQL did not do " + command.getFirst(),
                        Files.readString(output, StandardCharsets.UTF_8));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DatabaseUnavailable("Interrupted while PostgreSQL worked", "Try again.", e);
        } finally {
            Files.deleteIfExists(output);
        }
    }
}
