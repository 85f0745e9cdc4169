package cn.jiping.database;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;

/** Single connections outside the pool: for the owner's work and for looking. */
final class Connections {
    private static final String NAME = "jiping";

    /** The detail of an error repeats values of rows, which must not stand in a log. */
    static final String DETAIL_IN_MESSAGES = "logServerErrorDetail";

    private Connections() {}

    static Connection open(String url, Login login) throws SQLException {
        return DriverManager.getConnection(url, properties(login));
    }

    /** As the application works: in its role, and back in it after every {@code reset}. */
    static Connection asApplication(String url, Login login) throws SQLException {
        var properties = properties(login);
        properties.setProperty("options", DatabaseServer.IN_APPLICATION_ROLE);
        return DriverManager.getConnection(url, properties);
    }

    /** Text that means the same on every server, and no limit of time. */
    static Connection forArchive(String url, Login login) throws SQLException {
        var connection = open(url, login);
        try (var statement = connection.createStatement()) {
            for (var setting :
                    new String[] {
                        "timezone = 'UTC'",
                        "datestyle = 'ISO, YMD'",
                        "intervalstyle = 'iso_8601'",
                        "bytea_output = 'hex'",
                        "extra_float_digits = 1",
                        "statement_timeout = 0",
                        "idle_in_transaction_session_timeout = 0"
                    }) {
                statement.execute("set " + setting);
            }
        }
        return connection;
    }

    private static Properties properties(Login login) {
        var properties = new Properties();
        properties.setProperty("user", login.user());
        properties.setProperty("password", login.password());
        properties.setProperty("ApplicationName", NAME);
        properties.setProperty("connectTimeout", "10");
        properties.setProperty(DETAIL_IN_MESSAGES, "false");
        return properties;
    }
}
