package cn.jiping.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** What the benchmarks ask of the server beside the program. */
final class Postgres {
    private static final List<String> SETTINGS =
            List.of(
                    "server_version",
                    "fsync",
                    "synchronous_commit",
                    "full_page_writes",
                    "wal_sync_method",
                    "shared_buffers",
                    "work_mem",
                    "max_connections",
                    "jit");

    private Postgres() {}

    /** The settings that decide about the numbers, as the server itself tells them. */
    static String settings(Connection connection) throws SQLException {
        var told = new ArrayList<String>();
        for (var setting : SETTINGS) {
            told.add(setting + " " + one(connection, "show " + setting));
        }
        return "PostgreSQL: " + String.join(", ", told);
    }

    static String one(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            row.next();
            return String.valueOf(row.getString(1));
        }
    }

    static long count(Connection connection, String from) throws SQLException {
        return Long.parseLong(one(connection, "select count(*) from " + from));
    }

    static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
