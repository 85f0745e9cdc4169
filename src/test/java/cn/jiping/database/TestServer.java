package cn.jiping.database;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * The one PostgreSQL server of a test run: embedded under {@code target/}, or the one of {@code
 * JIPING_DB_URL}. The migrations run once into a template; each test class gets a copy of it.
 */
public final class TestServer {
    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static @Nullable DatabaseServer server;

    private TestServer() {}

    /** A fresh database with every module's tables, as the application and the owner see it. */
    public static synchronized DatabaseServer freshDatabase() {
        var running = server == null ? open() : server;
        server = running;
        var name = "t" + ProcessHandle.current().pid() + "_" + NUMBER.incrementAndGet();
        execute(
                running,
                "create database " + name + " template " + template() + " strategy file_copy");
        return at(running, name);
    }

    private static String template() {
        return "tmpl" + ProcessHandle.current().pid();
    }

    private static DatabaseServer open() {
        var opened = EmbeddedServer.start(Path.of("target", "test-home").toAbsolutePath());
        Runtime.getRuntime().addShutdownHook(new Thread(opened::close));
        execute(opened, "drop database if exists " + template());
        execute(opened, "create database " + template());
        Migrations.run(at(opened, template()));
        return opened;
    }

    private static DatabaseServer at(DatabaseServer server, String database) {
        var url = server.url();
        return new ExternalServer(
                url.substring(0, url.lastIndexOf('/') + 1) + database,
                server.owner(),
                server.application());
    }

    private static void execute(DatabaseServer server, String sql) {
        try (Connection connection =
                        DriverManager.getConnection(
                                server.url(), server.owner().user(), server.owner().password());
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }
}
