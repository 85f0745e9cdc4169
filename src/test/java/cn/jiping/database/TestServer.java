package cn.jiping.database;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.StandardEnvironment;

/**
 * The one PostgreSQL server of a test run: embedded under {@code target/}, or the one of {@code
 * JIPING_DB_URL}. The migrations run once into a template; each test class gets a copy of it, which
 * is dropped when it is closed and at the latest when the run ends.
 */
public final class TestServer {
    private static final String PREFIX = "jiping_test_";
    private static final long BEGUN = System.currentTimeMillis();
    private static final String RUN = PREFIX + BEGUN + "_" + ProcessHandle.current().pid() + "_";
    private static final String TEMPLATE = RUN + "template";
    private static final Duration SURELY_LEFT_BEHIND = Duration.ofDays(1);
    private static final int FOLDERS = 9;

    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final AtomicBoolean WITH_SPRING = new AtomicBoolean();
    private static final Set<String> DATABASES = new HashSet<>();
    private static @Nullable DatabaseServer server;

    private TestServer() {}

    /** A fresh database with every module's tables, as the application and the owner see it. */
    public static synchronized DatabaseServer freshDatabase() {
        var running = running();
        return new Copy(create(running, TEMPLATE, " strategy file_copy"));
    }

    /** A fresh database without any table. */
    static synchronized DatabaseServer emptyDatabase() {
        var running = running();
        return new Copy(create(running, "template0", sorted()));
    }

    /** Spring closes its contexts in a shutdown hook of its own; the server goes after them. */
    public static void closeAfterSpring() {
        if (WITH_SPRING.compareAndSet(false, true)) {
            SpringApplication.getShutdownHandlers().add(TestServer::close);
        }
    }

    /** The PostgreSQL programs, unpacked once for all servers that tests start. */
    static synchronized Path binaries() throws IOException {
        var folder = Path.of("target", "postgres").toAbsolutePath();
        Files.createDirectories(folder);
        try (var channel =
                        FileChannel.open(
                                folder.resolveSibling("postgres.lock"),
                                StandardOpenOption.CREATE,
                                StandardOpenOption.WRITE);
                var _ = channel.lock()) {
            return PostgresBinaries.unpackInto(folder);
        }
    }

    /** Another embedded server with the same programs. */
    static EmbeddedServer embedded(Path home) {
        return EmbeddedServer.start(home, new SharedBinaries());
    }

    /** The same, for other packages. */
    public static DatabaseServer embeddedIn(Path home) {
        return embedded(home);
    }

    /** The processes of the server of this data folder, whoever started them. */
    public static List<Long> serverProcesses(Path home) throws IOException {
        return EmbeddedServer.processes(home.toRealPath()).pids();
    }

    static class SharedBinaries implements EmbeddedServer.Machine {
        @Override
        public Path binaries(Path home) throws IOException {
            return TestServer.binaries();
        }
    }

    /**
     * What most tests write need not outlive the machine; faults are tried on a server that does.
     */
    private static final class Fleeting extends SharedBinaries {
        @Override
        public String settings() {
            return "fsync = off";
        }
    }

    private static DatabaseServer running() {
        var running = server;
        if (running == null) {
            running = open();
            server = running;
            Runtime.getRuntime().addShutdownHook(new Thread(TestServer::closeWithoutSpring));
            dropLeftBehind(running);
            execute(running, "create database " + TEMPLATE + " template template0" + sorted());
            DATABASES.add(TEMPLATE);
            Migrations.run(at(running, TEMPLATE));
        }
        return running;
    }

    private static String sorted() {
        return " encoding 'UTF8' locale 'C.UTF-8' locale_provider icu icu_locale 'zh-CN'";
    }

    private static DatabaseServer open() {
        var settings = DatabaseSettings.from(new StandardEnvironment());
        if (settings.url() != null) {
            return settings.open();
        }
        for (var number = 1; ; number++) {
            try {
                return EmbeddedServer.start(
                        Path.of("target", "test-home-" + number).toAbsolutePath(), new Fleeting());
            } catch (DatabaseUnavailable e) {
                if (number == FOLDERS || !String.valueOf(e.getMessage()).contains("Another")) {
                    throw e;
                }
            }
        }
    }

    private static DatabaseServer create(DatabaseServer running, String template, String how) {
        var name = RUN + NUMBER.incrementAndGet();
        execute(running, "create database " + name + " template " + template + how);
        DATABASES.add(name);
        return at(running, name);
    }

    private static DatabaseServer at(DatabaseServer running, String database) {
        return new ExternalServer(running.url(), running.owner(), running.application())
                .onDatabase(database);
    }

    /** On a server that others use too, a run of the last day may still be going on. */
    private static void dropLeftBehind(DatabaseServer running) {
        var shared = running instanceof ExternalServer;
        for (var name : databases(running)) {
            var begun = Long.parseLong(name.substring(PREFIX.length()).split("_", -1)[0]);
            if (!shared || BEGUN - begun > SURELY_LEFT_BEHIND.toMillis()) {
                execute(running, "drop database if exists " + name + " with (force)");
            }
        }
    }

    private static List<String> databases(DatabaseServer running) {
        try (var connection = Connections.open(running.url(), running.owner());
                var statement = connection.createStatement();
                var rows =
                        statement.executeQuery(
                                "select datname from pg_database where datname ~ '^"
                                        + PREFIX
                                        + "[0-9]+_'")) {
            var names = new ArrayList<String>();
            while (rows.next()) {
                names.add(rows.getString(1));
            }
            return names;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void closeWithoutSpring() {
        if (!WITH_SPRING.get()) {
            close();
        }
    }

    private static synchronized void close() {
        var running = server;
        if (running != null) {
            server = null;
            try (running) {
                DATABASES.forEach(name -> drop(running, name));
            }
        }
    }

    private static synchronized void dropCopy(String name) {
        var running = server;
        if (running != null && DATABASES.remove(name)) {
            drop(running, name);
        }
    }

    private static void drop(DatabaseServer running, String name) {
        execute(running, "drop database if exists " + name + " with (force)");
    }

    private static void execute(DatabaseServer server, String sql) {
        try (var connection = Connections.open(server.url(), server.owner());
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    private record Copy(DatabaseServer at) implements DatabaseServer {
        @Override
        public String url() {
            return at.url();
        }

        @Override
        public Login owner() {
            return at.owner();
        }

        @Override
        public Login application() {
            return at.application();
        }

        @Override
        public void close() {
            var address = url().split("\\?", 2)[0];
            dropCopy(address.substring(address.lastIndexOf('/') + 1));
        }
    }
}
