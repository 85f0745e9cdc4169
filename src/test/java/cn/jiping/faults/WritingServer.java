package cn.jiping.faults;

import cn.jiping.audit.Act;
import cn.jiping.database.TestServer;
import cn.jiping.shared.Actor;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/**
 * A light stand-in for the program: the embedded server, writers as the application, and a sealer
 * that never rests. Each transaction writes a pair of rows and an act, and says so only after the
 * database has confirmed it.
 */
final class WritingServer {
    static final String READY = "ready";
    static final String CONFIRMED = "confirmed ";
    static final String CODE = "faults.paired";
    private static final int WRITERS = 4;
    private static final Actor WRITER = Actor.program("faults");

    private final SealedAudit audit;

    private WritingServer(SealedAudit audit) {
        this.audit = audit;
    }

    public static void main(String[] arguments) {
        var server = TestServer.embeddedIn(Path.of(arguments[0]));
        var audit = new SealedAudit(server, Path.of(arguments[1]), WRITERS + 1);
        var writing = new WritingServer(audit);
        for (var writer = 0; writer < WRITERS; writer++) {
            Thread.ofPlatform().start(() -> untilKilled(writing::write));
        }
        Thread.ofPlatform().start(() -> untilKilled(audit.seals()::seal));
        System.out.println(READY);
    }

    private static void untilKilled(Runnable work) {
        while (true) {
            try {
                work.run();
            } catch (DataAccessException | TransactionException e) {
                // the database was killed: nothing was confirmed, and the next one tries anew
            }
        }
    }

    private void write() {
        var key = UUID.randomUUID().toString();
        audit.transaction()
                .executeWithoutResult(_ -> {
                    insert(key);
                    audit.trail().record(WRITER, Act.of(CODE, "fault", key));
                    insert(key);
                });
        System.out.println(CONFIRMED + key);
    }

    private void insert(String key) {
        var now = OffsetDateTime.now(ZoneOffset.UTC);
        audit.jdbc()
                .sql(
                        """
                        insert into platform.event_publication
                            (id, listener_id, event_type, serialized_event, publication_date,
                                completion_date, status)
                        values (:id, 'faults', 'pair', :key, :now, :now, 'COMPLETED')
                        """)
                .param("id", UUID.randomUUID())
                .param("key", key)
                .param("now", now)
                .update();
    }
}
