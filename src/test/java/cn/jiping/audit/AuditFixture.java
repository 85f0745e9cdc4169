package cn.jiping.audit;

import cn.jiping.database.Login;
import cn.jiping.database.TestServer;
import cn.jiping.shared.Actor;
import cn.jiping.shared.Scope;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.transaction.support.TransactionTemplate;

/** Records acts, and does to the tables what only their owner can. */
@TestComponent
class AuditFixture {
    static final Actor PROGRAM = Actor.program("test");

    private final AuditTrail trail;
    private final Seals seals;
    private final Verifications verifications;
    private final TransactionTemplate transaction;
    private final DataSource dataSource;
    private final Login owner = TestServer.freshDatabase().owner();

    AuditFixture(
            AuditTrail trail,
            Seals seals,
            Verifications verifications,
            TransactionTemplate transaction,
            DataSource dataSource) {
        this.trail = trail;
        this.seals = seals;
        this.verifications = verifications;
        this.transaction = transaction;
        this.dataSource = dataSource;
    }

    ActId record() {
        return record(PROGRAM, Act.of("test.done", "thing", UUID.randomUUID()));
    }

    ActId record(Actor actor, Act act) {
        transaction.executeWithoutResult(_ -> trail.record(actor, act));
        return trail.history(Scope.all(), act.subjectType(), act.subjectId()).getFirst().id();
    }

    /** So many acts in one block; the ids in the order of its leaves. */
    List<ActId> sealed(int acts) {
        seals.seal();
        var ids = new ArrayList<ActId>();
        for (var i = 0; i < acts; i++) {
            ids.add(record());
        }
        seals.seal();
        return ids;
    }

    long blockOf(ActId act) {
        return seals.proof(Scope.all(), act).orElseThrow().block().number();
    }

    List<AuditFinding> findings() {
        var findings = new ArrayList<AuditFinding>();
        verifications.run(Map.of(), findings::add, _ -> {});
        return findings;
    }

    void asOwner(String sql, Object... parameters) {
        try (var connection = ownerConnection();
                var statement = connection.prepareStatement(sql)) {
            for (var i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    private Connection ownerConnection() throws SQLException {
        try (var connection = dataSource.getConnection()) {
            return DriverManager.getConnection(
                    connection.getMetaData().getURL(), owner.user(), owner.password());
        }
    }
}
