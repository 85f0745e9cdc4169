package cn.jiping.faults;

import cn.jiping.database.TestServer;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * A light stand-in for the program: the embedded server and writers as the application. Each
 * transaction writes a pair of rows and says so only after the database has confirmed it.
 */
final class WritingServer {
    static final String READY = "ready";
    static final String CONFIRMED = "confirmed ";
    private static final int WRITERS = 4;

    private WritingServer() {}

    public static void main(String[] arguments) {
        var server = TestServer.embeddedIn(Path.of(arguments[0]));
        var pool = server.pool(WRITERS);
        for (var writer = 0; writer < WRITERS; writer++) {
            Thread.ofPlatform().start(() -> writeUntilKilled(pool));
        }
        System.out.println(READY);
    }

    private static void writeUntilKilled(DataSource pool) {
        while (true) {
            var key = UUID.randomUUID().toString();
            try (var connection = pool.getConnection()) {
                connection.setAutoCommit(false);
                insert(connection, key);
                insert(connection, key);
                connection.commit();
                System.out.println(CONFIRMED + key);
            } catch (SQLException e) {
                // the database was killed: not confirmed, and the next write tries anew
            }
        }
    }

    private static void insert(Connection connection, String key) throws SQLException {
        try (var statement =
                connection.prepareStatement(
                        """
                        insert into platform.event_publication
                            (id, listener_id, event_type, serialized_event, publication_date,
                                completion_date, status)
                        values (?, 'faults', 'pair', ?, ?, ?, 'COMPLETED')
                        """)) {
            var now = OffsetDateTime.now(ZoneOffset.UTC);
            statement.setObject(1, UUID.randomUUID());
            statement.setString(2, key);
            statement.setObject(3, now);
            statement.setObject(4, now);
            statement.execute();
        }
    }
}
