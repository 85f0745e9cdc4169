package cn.jiping.faults;

import cn.jiping.audit.Act;
import cn.jiping.audit.AuditTrail;
import cn.jiping.shared.Actor;
import java.util.UUID;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Added to the whole program: writes audited acts through the facade until it is killed, and says
 * so only after the database has confirmed each.
 */
final class WritingLoad {
    static final String CODE = "faults.written";

    @Bean
    ApplicationRunner writer(AuditTrail audit, TransactionTemplate transactions) {
        return _ -> {
            System.out.println(WritingServer.READY);
            Thread.ofPlatform().start(() -> writeUntilKilled(audit, transactions));
        };
    }

    private static void writeUntilKilled(AuditTrail audit, TransactionTemplate transactions) {
        while (true) {
            var key = UUID.randomUUID().toString();
            try {
                transactions.executeWithoutResult(
                        _ -> audit.record(Actor.program("faults"), Act.of(CODE, "fault", key)));
                System.out.println(WritingServer.CONFIRMED + key);
            } catch (DataAccessException | TransactionException e) {
                // the database was killed: not confirmed, and the next write tries anew
            }
        }
    }
}
