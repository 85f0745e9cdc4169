package cn.jiping.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Statements straight to a server, the answer's first column as text. */
public final class Sql {
    private Sql() {}

    public static List<String> asOwner(DatabaseServer server, String sql) throws SQLException {
        try (var connection = Connections.open(server.url(), server.owner())) {
            return run(connection, sql);
        }
    }

    public static List<String> asApplication(DatabaseServer server, String sql)
            throws SQLException {
        try (var connection = Connections.asApplication(server.url(), server.application())) {
            return run(connection, sql);
        }
    }

    /** Runs as the owner what must fail; returns the SQL state. */
    static String refused(DatabaseServer server, String sql) {
        try {
            asOwner(server, sql);
            throw new AssertionError("not refused: " + sql);
        } catch (SQLException e) {
            return e.getSQLState();
        }
    }

    private static List<String> run(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            var answers = new ArrayList<String>();
            if (statement.execute(sql)) {
                var rows = statement.getResultSet();
                while (rows.next()) {
                    answers.add(rows.getString(1));
                }
            }
            return answers;
        }
    }
}
