package cn.jiping.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A PostgreSQL that somebody else runs; closing leaves it alone. */
record ExternalServer(String url, Login owner, Login application) implements DatabaseServer {
    private static final Logger LOG = LoggerFactory.getLogger(ExternalServer.class);
    private static final int OLDEST_VERSION = 150000;
    private static final String FORM = "jdbc:postgresql:";

    /**
     * Looks at the server and lets the application's login into its role where the owner may.
     *
     * @throws DatabaseUnavailable if the server cannot be reached or is not fit
     */
    static ExternalServer open(String url, Login owner, Login application) {
        if (!url.startsWith(FORM)) {
            throw new DatabaseUnavailable(
                    "JIPING_DB_URL does not name a PostgreSQL database",
                    "Give it in the form jdbc:postgresql://host:5432/database.");
        }
        var server = new ExternalServer(url, owner, application);
        try (var connection = Connections.open(url, owner);
                var statement = connection.createStatement()) {
            server.refuseUnfit(statement);
            server.prepareRole(statement);
        } catch (SQLException e) {
            throw ServerTrouble.with(url, owner, e);
        }
        server.refuseApplicationOutsideItsRole();
        return server;
    }

    private void refuseUnfit(Statement statement) throws SQLException {
        if (Integer.parseInt(one(statement, "show server_version_num")) < OLDEST_VERSION) {
            throw new DatabaseUnavailable(
                    "The PostgreSQL of JIPING_DB_URL is of version "
                            + one(statement, "show server_version"),
                    "Jiping needs PostgreSQL 15 or newer.");
        }
        var encoding = one(statement, "show server_encoding");
        if (!encoding.equals("UTF8")) {
            throw new DatabaseUnavailable(
                    "The database of JIPING_DB_URL is encoded in " + encoding,
                    "Create it in UTF8: " + howToCreate());
        }
        if (one(statement, "select pg_is_in_recovery()").equals("t")) {
            throw new DatabaseUnavailable(
                    "The server of JIPING_DB_URL is a standby and takes no writes",
                    "Give the address of the primary, or both with targetServerType=primary.");
        }
        if (one(statement, sortedAs()).equals("f")) {
            LOG.warn(
                    "The database does not sort by Chinese pronunciation; lists of names will not"
                            + " either. Create it so: {}",
                    howToCreate());
        }
    }

    private static String sortedAs() {
        return "select '阿' < '波' and '波' < '赵' and '李' < '王'";
    }

    private static String howToCreate() {
        return "create database jiping template template0 encoding 'UTF8' locale 'C.UTF-8'"
                + " locale_provider icu icu_locale 'zh-CN'";
    }

    private void prepareRole(Statement statement) throws SQLException {
        if (!exists(statement, APPLICATION_ROLE)) {
            requireRight(
                    statement,
                    "create role " + APPLICATION_ROLE + " nologin",
                    "The role "
                            + APPLICATION_ROLE
                            + " does not exist, and the login may not make it");
        }
        if (one(
                        statement,
                        "select rolsuper or rolbypassrls from pg_roles where rolname = '"
                                + APPLICATION_ROLE
                                + "'")
                .equals("t")) {
            throw new DatabaseUnavailable(
                    "The role " + APPLICATION_ROLE + " may do everything on the server",
                    "As an administrator: alter role "
                            + APPLICATION_ROLE
                            + " nosuperuser nobypassrls");
        }
        if (!worksInRole()) {
            requireRight(
                    statement,
                    grant(),
                    "The login " + application.user() + " may not work as " + APPLICATION_ROLE);
        }
    }

    private String grant() {
        return "grant " + APPLICATION_ROLE + " to " + quoted(application.user());
    }

    private void requireRight(Statement statement, String sql, String problem) throws SQLException {
        try {
            statement.execute(sql);
        } catch (SQLException e) {
            if (!ServerTrouble.lacksRight(e)) {
                throw e;
            }
            throw new DatabaseUnavailable(
                    problem,
                    "As an administrator of the server: create role "
                            + APPLICATION_ROLE
                            + " nologin (if it is missing); "
                            + grant(),
                    e);
        }
    }

    private boolean worksInRole() throws SQLException {
        try (var connection = Connections.asApplication(url, application)) {
            return connection.isValid(5);
        } catch (SQLException e) {
            if (ServerTrouble.lacksRight(e)) {
                return false;
            }
            throw ServerTrouble.with(url, application, e);
        }
    }

    private void refuseApplicationOutsideItsRole() {
        try (var connection = Connections.asApplication(url, application);
                var statement = connection.createStatement()) {
            var role = one(statement, "select current_user");
            if (!role.equals(APPLICATION_ROLE)) {
                throw new DatabaseUnavailable(
                        "Connections work as " + role + " instead of " + APPLICATION_ROLE,
                        "Connect to PostgreSQL itself or to a pool that keeps sessions and passes"
                                + " the startup parameter options on.");
            }
        } catch (SQLException e) {
            throw ServerTrouble.with(url, application, e);
        }
    }

    private static boolean exists(Statement statement, String role) throws SQLException {
        return one(
                        statement,
                        "select exists (select 1 from pg_roles where rolname = '" + role + "')")
                .equals("t");
    }

    private static String one(Statement statement, String sql) throws SQLException {
        try (var row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }

    private static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    /** The same server and logins, another database. */
    ExternalServer onDatabase(String database) {
        var question = url.indexOf('?');
        var address = question < 0 ? url : url.substring(0, question);
        var parameters = question < 0 ? "" : url.substring(question);
        var path = address.substring(0, address.lastIndexOf('/') + 1);
        return new ExternalServer(path + database + parameters, owner, application);
    }

    Connection asOwner() throws SQLException {
        return Connections.open(url, owner);
    }

    @Override
    public void close() {
        // not ours to stop
    }
}
