package cn.jiping.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.TreeSet;
import org.flywaydb.core.Flyway;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * 库表迁移: one schema and one history per module, in {@code db/migration/<module>}. Run by the owner;
 * the application's role gets the rights to read and write, which a module's migration narrows.
 */
public final class Migrations {
    private static final String LOCATION = "db/migration/";

    private Migrations() {}

    public static void run(DatabaseServer server) {
        for (var module : modules()) {
            openTo(server, module);
            Flyway.configure(Migrations.class.getClassLoader())
                    .dataSource(server.url(), server.owner().user(), server.owner().password())
                    .schemas(module)
                    .defaultSchema(module)
                    .locations("classpath:" + LOCATION + module)
                    .failOnMissingLocations(true)
                    .load()
                    .migrate();
        }
    }

    /** The modules that keep tables, each with its own schema of the same name. */
    public static List<String> modules() {
        try {
            var names = new TreeSet<String>();
            for (var resource :
                    new PathMatchingResourcePatternResolver(Migrations.class.getClassLoader())
                            .getResources("classpath*:" + LOCATION + "*/*.sql")) {
                var path = resource.getURL().getPath();
                var from = path.lastIndexOf(LOCATION) + LOCATION.length();
                names.add(path.substring(from, path.indexOf('/', from)));
            }
            return List.copyOf(names);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void openTo(DatabaseServer server, String module) {
        var application = server.application().user();
        try (var connection =
                        DriverManager.getConnection(
                                server.url(), server.owner().user(), server.owner().password());
                var statement = connection.createStatement()) {
            statement.execute("create schema if not exists " + module);
            statement.execute("grant usage on schema " + module + " to " + application);
            statement.execute(
                    "alter default privileges in schema "
                            + module
                            + " grant select, insert, update, delete on tables to "
                            + application);
        } catch (SQLException e) {
            throw new DatabaseUnavailable(
                    "The schema " + module + " cannot be prepared",
                    "The owner's login must be allowed to create schemas in this database.",
                    e);
        }
    }
}
