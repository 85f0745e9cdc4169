package cn.jiping.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationState;
import org.flywaydb.core.api.MigrationVersion;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * 库表迁移: one schema and one history per module, in {@code db/migration/<module>}. Run by the owner;
 * the application's role gets the rights to read and write, which a module's migration narrows.
 */
public final class Migrations {
    private static final Logger LOG = LoggerFactory.getLogger(Migrations.class);
    static final String HISTORY = "flyway_schema_history";
    private static final String LOCATION = "db/migration/";

    /** Any number, the same in every program: two that start at once migrate one after another. */
    private static final long LOCK = 0x6a6970696e67L;

    private Migrations() {}

    /**
     * Brings every module's tables up to this version.
     *
     * @throws DatabaseUnavailable if the owner may not, or a newer program was here before
     */
    public static void run(DatabaseServer server) {
        try (var connection = Connections.open(server.url(), server.owner());
                var statement = connection.createStatement()) {
            statement.execute("select pg_advisory_lock(" + LOCK + ")");
            for (var module : modules()) {
                migrate(server, connection, module);
            }
        } catch (SQLException e) {
            throw ServerTrouble.with(server.url(), server.owner(), e);
        }
    }

    private static void migrate(DatabaseServer server, Connection connection, String module) {
        try {
            migrate(connection, module, MigrationVersion.LATEST);
        } catch (SQLException e) {
            throw missingRight(server, module, e);
        }
    }

    /** Up to the version, on this connection alone. */
    static void migrate(Connection connection, String module, MigrationVersion target)
            throws SQLException {
        prepare(connection, module);
        var flyway = flyway(connection, module, target);
        var migrations = flyway.info().all();
        refuseNewer(migrations, module);
        if (!Stream.of(migrations).allMatch(Migrations::unchanged)) {
            bringUp(flyway, module);
        }
        closeHistory(connection, module);
    }

    private static void bringUp(Flyway flyway, String module) {
        try {
            var done = flyway.migrate();
            LOG.info("Tables of {} brought to version {}", module, done.targetSchemaVersion);
        } catch (FlywayException e) {
            throw new DatabaseUnavailable(
                    "The tables of " + module + " cannot be brought up to this version",
                    String.valueOf(e.getMessage()),
                    e);
        }
    }

    private static Flyway flyway(Connection connection, String module, MigrationVersion target) {
        return Flyway.configure(Migrations.class.getClassLoader())
                .dataSource(new SingleConnectionDataSource(connection, true))
                .schemas(module)
                .defaultSchema(module)
                .createSchemas(false)
                .table(HISTORY)
                .locations("classpath:" + LOCATION + module)
                .failOnMissingLocations(true)
                .ignoreMigrationPatterns(new String[0])
                .target(target)
                .load();
    }

    /** The version a module's tables are of; null if it has none here. */
    static @Nullable String applied(Connection connection, String module) throws SQLException {
        try (var statement = connection.createStatement()) {
            try (var there =
                    statement.executeQuery(
                            "select to_regclass('" + module + "." + HISTORY + "') is not null")) {
                there.next();
                if (!there.getBoolean(1)) {
                    return null;
                }
            }
            try (var newest =
                    statement.executeQuery(
                            "select version from %s.%s where success and version is not null order by installed_rank desc limit 1"
                                    .formatted(module, HISTORY))) {
                return newest.next() ? newest.getString(1) : null;
            }
        }
    }

    /** The versions of a module's tables that this program knows. */
    static Set<String> versions(Connection connection, String module) {
        return Stream.of(flyway(connection, module, MigrationVersion.LATEST).info().all())
                .filter(migration ->
                        !migration.getState().isApplied() || migration.getState().isResolved())
                .flatMap(migration -> Stream.ofNullable(migration.getVersion()))
                .map(MigrationVersion::getVersion)
                .collect(Collectors.toSet());
    }

    private static boolean unchanged(MigrationInfo migration) {
        return migration.getState() == MigrationState.SUCCESS && migration.isChecksumMatching();
    }

    private static void refuseNewer(MigrationInfo[] migrations, String module) {
        for (var migration : migrations) {
            if (migration.getState() == MigrationState.FUTURE_SUCCESS) {
                throw new DatabaseUnavailable(
                        "The tables of %s are of version %s, newer than this program"
                                .formatted(module, migration.getVersion()),
                        "Start the newer program that was here before.");
            }
        }
    }

    private static DatabaseUnavailable missingRight(
            DatabaseServer server, String module, SQLException e) {
        return ServerTrouble.lacksRight(e)
                ? new DatabaseUnavailable(
                        "The login %s may not prepare the schema %s: %s"
                                .formatted(server.owner(), module, e.getMessage()),
                        "Give JIPING_DB_OWNER_USER and JIPING_DB_OWNER_PASSWORD of the role that owns"
                                + " the tables, or grant create on the database to this login.",
                        e)
                : ServerTrouble.with(server.url(), server.owner(), e);
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

    private static void prepare(Connection connection, String module) throws SQLException {
        try (var statement = connection.createStatement()) {
            try (var there =
                    statement.executeQuery(
                            "select 1 from pg_namespace where nspname = '" + module + "'")) {
                if (there.next()) {
                    return;
                }
            }
            statement.execute(
                    """
                    create schema %1$s;
                    grant usage on schema %1$s to %2$s;
                    alter default privileges in schema %1$s
                        grant select, insert, update, delete on tables to %2$s
                    """
                            .formatted(module, DatabaseServer.APPLICATION_ROLE));
        }
    }

    /** The application reads what was migrated and cannot pretend otherwise. */
    private static void closeHistory(Connection connection, String module) throws SQLException {
        var history = module + "." + HISTORY;
        try (var statement = connection.createStatement();
                var rights =
                        statement.executeQuery(
                                """
                                select has_table_privilege('%1$s', '%2$s', 'insert')
                                    or not has_table_privilege('%1$s', '%2$s', 'select')
                                """
                                        .formatted(DatabaseServer.APPLICATION_ROLE, history))) {
            rights.next();
            if (rights.getBoolean(1)) {
                statement.execute(
                        """
                        grant select on %1$s to %2$s;
                        revoke insert, update, delete on %1$s from %2$s
                        """
                                .formatted(history, DatabaseServer.APPLICATION_ROLE));
            }
        }
    }
}
