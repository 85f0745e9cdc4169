package cn.jiping.bench;

import cn.jiping.audit.Act;
import cn.jiping.audit.AuditTrail;
import cn.jiping.database.DatabaseServer;
import cn.jiping.shared.AccountId;
import cn.jiping.shared.Actor;
import cn.jiping.shared.DivisionCode;
import cn.jiping.shared.Ids;
import cn.jiping.shared.PersonId;
import cn.jiping.shared.Role;
import cn.jiping.shared.Scope;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** One small insert, done in several ways as the application's role. */
final class Writing implements AutoCloseable {
    private static final String INSERT =
            "insert into bench.entry (id, division, note, written_at) values (?, ?, ?, ?)";

    /** The same with values that the server makes; the ids come in the order of time as ours do. */
    static final String BY_SERVER =
            """
            insert into bench.entry (id, division, note, written_at)
            values (uuidv7(), '330106', '核对报送的考务安排', now())
            """;

    private static final String CODE = "bench.entry-written";
    private static final DivisionCode XIHU = new DivisionCode("330106");
    private static final String NOTE = "核对报送的考务安排";
    private static final Actor CLERK =
            new Actor(
                    AccountId.next(),
                    PersonId.next(),
                    "沈知远",
                    Role.COUNTY_CLERK,
                    "西湖区",
                    Scope.ofDivisions(Set.of(XIHU)),
                    "127.0.0.1");

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final AuditTrail audit;
    private final List<Connection> connections = new ArrayList<>();
    private final List<PreparedStatement> statements = new ArrayList<>();
    private final AtomicLong acts = new AtomicLong();

    private Writing(ApplicationContext program) {
        this.jdbc = program.getBean(JdbcClient.class);
        this.transaction = program.getBean(TransactionTemplate.class);
        this.audit = program.getBean(AuditTrail.class);
    }

    static Writing prepare(ApplicationContext program, Connection owner, int workers)
            throws SQLException {
        Postgres.execute(
                owner,
                """
                create schema bench;
                grant usage on schema bench to jiping_app;
                create table bench.entry (
                    id         uuid        not null primary key,
                    division   text        not null,
                    note       text        not null,
                    written_at timestamptz not null
                );
                grant insert on bench.entry to jiping_app
                """);
        var writing = new Writing(program);
        writing.connect(program.getBean(DatabaseServer.class), workers);
        return writing;
    }

    private void connect(DatabaseServer server, int workers) throws SQLException {
        var application = server.application();
        for (var worker = 0; worker < workers; worker++) {
            var connection =
                    java.sql.DriverManager.getConnection(
                            server.url(), application.user(), application.password());
            connections.add(connection);
            statements.add(connection.prepareStatement(INSERT));
        }
    }

    /** As every facade does it: the change and its act in one transaction. */
    void audited() {
        transaction.executeWithoutResult(_ -> {
            var id = insert();
            audit.record(CLERK, Act.of(CODE, "entry", id).in(XIHU).changing("note", null, NOTE));
        });
        acts.incrementAndGet();
    }

    void unaudited() {
        transaction.executeWithoutResult(_ -> insert());
    }

    private UUID insert() {
        var id = Ids.next();
        jdbc.sql(INSERT).params(id, XIHU.value(), NOTE, now()).update();
        return id;
    }

    /** A connection for each worker, each statement its own transaction. */
    void plain(int worker) throws SQLException {
        var statement = statements.get(worker);
        statement.setObject(1, Ids.next());
        statement.setString(2, XIHU.value());
        statement.setString(3, NOTE);
        statement.setObject(4, now());
        statement.executeUpdate();
    }

    private static OffsetDateTime now() {
        return OffsetDateTime.now(ZoneOffset.UTC);
    }

    /** How many audited writes were confirmed. */
    long acts() {
        return acts.get();
    }

    @Override
    public void close() throws SQLException {
        for (var connection : connections) {
            connection.close();
        }
    }
}
