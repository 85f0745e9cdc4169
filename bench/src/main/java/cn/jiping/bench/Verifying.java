package cn.jiping.bench;

import cn.jiping.certificate.CertificateVerifications;
import cn.jiping.certificate.Verification;
import cn.jiping.database.DatabaseServer;
import cn.jiping.keys.Vault;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/**
 * What it costs to verify a certificate among very many: seven of ten questions find a valid one,
 * two find nothing, one finds a revoked one. Beside it the statements alone, prepared, each worker
 * with a connection of its own.
 */
final class Verifying implements Benchmark {
    private static final int WORKERS = 16;
    private static final int SERIALS = 99_999;
    private static final int CITIES = 11;
    private static final int REVOKED = 8;
    private static final String NAME = "演示水知白";
    private static final int USUAL = 1_000_000;

    @Override
    public String name() {
        return "verification";
    }

    @Override
    public void run(Plan plan, Report report) throws Exception {
        var certificates = certificates();
        try (var program = ProgramInside.start("--server.port=-1")) {
            fill(program, certificates);
            program.describe(report);
            report.setting(
                    "%,d certificates, one of %d revoked; pool of the program: 20 connections"
                            .formatted(certificates, REVOKED));
            measure(plan, report, program, certificates);
        }
    }

    private static int certificates() {
        var given = System.getenv("BENCH_CERTIFICATES");
        var number = given == null || given.isBlank() ? USUAL : Integer.parseInt(given.strip());
        if (number < REVOKED || number > SERIALS * CITIES) {
            throw new IllegalArgumentException("BENCH_CERTIFICATES must be 8 to 1,099,989");
        }
        return number;
    }

    private static void fill(ProgramInside program, int certificates) throws SQLException {
        var owner = program.owner();
        var document =
                program.bean(Vault.class).encrypt("E12345678", "certificate.holder.document");
        try (var insert = owner.prepareStatement(CERTIFICATES)) {
            insert.setBytes(1, document);
            insert.setInt(2, certificates - 1);
            insert.executeUpdate();
        }
        for (var sql : AROUND) {
            Postgres.execute(owner, sql);
        }
        Postgres.execute(owner, "vacuum analyze");
    }

    /** The n-th has the n-th number: serials of one year and level, city after city. */
    private static final String CERTIFICATES =
            """
            insert into certificate.certificate (session_id, id, result_id, edition, number, token,
                jurisdiction, session_title, person_id, holder_name, document_kind, document_number,
                occupation, level, city, city_name, issuer, issuer_name, issued_on, issued_at, status,
                contested, ended_on, ended_reason, version)
            select cast('00000000-0000-7000-8000-000000000001' as uuid), key, key, 1,
                '2111' || lpad(cast(n / 99999 + 1 as text), 2, '0') || '00011'
                    || lpad(cast(n % 99999 + 1 as text), 5, '0'),
                lpad(cast(n as text), 22, '0'), '33', '演示批次', key, '演示水知白', 'PASSPORT', ?,
                '焊工', 'SENIOR_TECHNICIAN', '330100', '杭州市', '330000', '浙江省人力资源和社会保障厅',
                date '2021-11-26', timestamptz '2021-11-26 02:00:00+00',
                case when n % 8 = 0 then 'REVOKED' else 'ISSUED' end, n % 8 = 0,
                case when n % 8 = 0 then date '2021-12-10' end,
                case when n % 8 = 0 then '替考查实' end, 0
            from (select n, cast(lpad(to_hex(n), 32, '0') as uuid) as key
                from generate_series(0, ?) n) each
            """;

    private static final List<String> AROUND =
            List.of(
                    "insert into certificate.number select number, session_id, id from certificate.certificate",
                    "insert into certificate.token select token, session_id, id from certificate.certificate",
                    """
                    insert into certificate.revocation (session_id, certificate_id, id, ground, reason,
                        source_practice, proposed_name, proposed_at, decided_name, decided_at, outcome)
                    select session_id, id, id, 'CHEATING', '替考查实', '演示', '甲', issued_at, '乙',
                        issued_at, 'CONFIRMED'
                    from certificate.certificate where contested
                    """);

    /** One way of looking up. */
    private interface Way {
        Measured measure();
    }

    private static void measure(Plan plan, Report report, ProgramInside program, int certificates)
            throws Exception {
        var verifications = program.bean(CertificateVerifications.class);
        var server = program.bean(DatabaseServer.class);
        try (var alone = new Alone(server)) {
            List<Way> ways =
                    List.of(
                            () ->
                                    plan.load(WORKERS)
                                            .run(
                                                    "verification by number and name",
                                                    _ -> verify(verifications, certificates)),
                            () ->
                                    plan.load(WORKERS)
                                            .run(
                                                    "its statements alone, plain JDBC",
                                                    worker -> alone.look(worker, certificates)));
            var results = ways.stream().map(_ -> new ArrayList<Measured>()).toList();
            for (var round = 0; round < plan.rounds(); round++) {
                report.heading("Round " + (round + 1));
                for (var turn = 0; turn < ways.size(); turn++) {
                    var which = (turn + round) % ways.size();
                    var measured = ways.get(which).measure();
                    results.get(which).add(measured);
                    report.add(measured);
                }
            }
            report.heading("The median round of each, by operations per second");
            results.stream().map(Verifying::median).forEach(report::add);
        }
    }

    private static Measured median(List<Measured> rounds) {
        return rounds.stream()
                .sorted(Comparator.comparingDouble(Measured::perSecond))
                .skip((rounds.size() - 1) / 2)
                .findFirst()
                .orElseThrow();
    }

    /** What is asked, and what must be answered. */
    private record Question(String number, Verification.Why expected) {
        static Question any(int certificates) {
            var random = ThreadLocalRandom.current();
            var kind = random.nextInt(10);
            var n = random.nextInt(certificates / REVOKED) * REVOKED;
            if (kind < 7) {
                return new Question(
                        number(n + random.nextInt(1, REVOKED)), Verification.Why.IN_FORCE);
            }
            return kind < 9
                    ? new Question(number(n).replaceFirst("^21", "20"), Verification.Why.NO_MATCH)
                    : new Question(number(n), Verification.Why.REVOKED);
        }

        private static String number(int n) {
            return "2111%02d00011%05d".formatted(n / SERIALS + 1, n % SERIALS + 1);
        }
    }

    private static void verify(CertificateVerifications verifications, int certificates) {
        var question = Question.any(certificates);
        var answer = verifications.byName(question.number(), NAME);
        if (answer.why() != question.expected()) {
            throw new IllegalStateException(question + " was answered " + answer.why());
        }
    }

    /** The statements without the program around them. */
    private static final class Alone implements AutoCloseable {
        private final List<Worker> workers = new ArrayList<>();

        private Alone(DatabaseServer server) throws SQLException {
            for (var worker = 0; worker < WORKERS; worker++) {
                var connection =
                        DriverManager.getConnection(
                                server.url(),
                                server.application().user(),
                                server.application().password());
                workers.add(new Worker(connection));
            }
        }

        private void look(int worker, int certificates) throws SQLException {
            workers.get(worker).look(Question.any(certificates));
        }

        @Override
        public void close() throws SQLException {
            for (var worker : workers) {
                worker.connection.close();
            }
        }
    }

    private static final class Worker {
        private static final UUID NOWHERE = new UUID(0, 0);

        private final Connection connection;
        private final PreparedStatement where;
        private final PreparedStatement certificate;
        private final PreparedStatement revocation;

        private Worker(Connection connection) throws SQLException {
            this.connection = connection;
            this.where =
                    connection.prepareStatement(
                            "select session_id, certificate_id from certificate.number where number = ?");
            this.certificate =
                    connection.prepareStatement(
                            "select * from certificate.certificate where session_id = ? and id = ?");
            this.revocation =
                    connection.prepareStatement(
                            """
                            select * from certificate.revocation
                            where session_id = ? and certificate_id = ?
                            order by proposed_at desc, id desc limit 1
                            """);
        }

        private void look(Question question) throws SQLException {
            where.setString(1, question.number());
            var session = NOWHERE;
            var id = NOWHERE;
            try (var row = where.executeQuery()) {
                if (row.next()) {
                    session = row.getObject(1, UUID.class);
                    id = row.getObject(2, UUID.class);
                }
            }
            if (found(certificate, session, id, "holder_name")
                    != (question.expected() != Verification.Why.NO_MATCH)) {
                throw new IllegalStateException("Not found as expected: " + question);
            }
            if (question.expected() == Verification.Why.REVOKED) {
                found(revocation, session, id, "reason");
            }
        }

        private static boolean found(
                PreparedStatement statement, UUID session, UUID id, String column)
                throws SQLException {
            statement.setObject(1, session);
            statement.setObject(2, id);
            try (var row = statement.executeQuery()) {
                return row.next() && !row.getString(column).isEmpty();
            }
        }
    }
}
