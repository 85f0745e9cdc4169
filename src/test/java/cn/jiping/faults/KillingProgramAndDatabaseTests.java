package cn.jiping.faults;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jiping.Jiping;
import cn.jiping.audit.AuditFinding;
import cn.jiping.database.DatabaseServer;
import cn.jiping.database.JavaProcess;
import cn.jiping.database.Migrations;
import cn.jiping.database.Sql;
import cn.jiping.database.TestServer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kill -9 of program and database at random moments under writes. Most rounds use a light stand-in
 * for the program; some the whole program, writing audited acts.
 */
class KillingProgramAndDatabaseTests {
    private static final int ROUNDS = 30;
    private static final int EVERY_SO_MANY_THE_WHOLE_PROGRAM = 10;
    private static final int LONGEST_WRITING_MILLIS = 1_000;
    private static final int LONGEST_STARTING_MILLIS = 2_000;
    private static final Duration START_LIMIT = Duration.ofMinutes(3);

    @TempDir Path temporary;
    private Path home;
    private Path keys;
    private long blocks;
    private final Set<String> confirmed = new HashSet<>();
    private final long seed = System.nanoTime();
    private final Random random = new Random(seed);

    /** What is killed, and in which order. */
    private enum Blow {
        PROGRAM,
        DATABASE,
        PROGRAM_THEN_DATABASE,
        EVERY_PROCESS,
        ONE_BACKEND,
        WHILE_STARTING
    }

    @BeforeEach
    void theTablesAreThere() throws IOException {
        home = Files.createDirectory(temporary.resolve("home"));
        keys = temporary.resolve("keys/keyring.json");
        try (var server = TestServer.embeddedIn(home)) {
            Migrations.run(server);
        }
    }

    @Test
    void losesNothingThatWasConfirmedInThirtyRounds() throws Exception {
        for (var round = 1; round <= ROUNDS; round++) {
            var whole = round % EVERY_SO_MANY_THE_WHOLE_PROGRAM == 0;
            var blow = Blow.values()[random.nextInt(Blow.values().length)];
            var what = "seed %d, round %d, %s".formatted(seed, round, blow);

            strike(whole ? wholeProgram() : lightProgram(), blow);

            try (var server = TestServer.embeddedIn(home)) {
                everythingHolds(server, what);
            }
            assertThat(TestServer.serverProcesses(home)).as(what).isEmpty();
        }
        assertThat(confirmed).hasSizeGreaterThan(ROUNDS);
        assertThat(blocks).isGreaterThan(ROUNDS / 2);
    }

    /** What must hold after every round. */
    private void everythingHolds(DatabaseServer server, String what) throws SQLException {
        nothingConfirmedIsLost(server, what);
        noTransactionIsHalf(server, what);
        theAuditVerifies(server, what);
    }

    private void nothingConfirmedIsLost(DatabaseServer server, String what) throws SQLException {
        assertThat(
                        new HashSet<>(
                                Sql.asApplication(
                                        server,
                                        "select subject_id from audit.act"
                                                + " where subject_type = 'fault'")))
                .as(what)
                .containsAll(confirmed);
    }

    private static void noTransactionIsHalf(DatabaseServer server, String what)
            throws SQLException {
        assertThat(
                        Sql.asApplication(
                                server,
                                """
                                select coalesce(pair.key, act.key) from
                                    (select serialized_event as key, count(*) as rows
                                        from platform.event_publication
                                        where listener_id = 'faults' group by serialized_event) pair
                                    full join
                                    (select subject_id as key from audit.act
                                        where code = '%s') act
                                    on act.key = pair.key
                                where pair.rows is distinct from 2 or act.key is null
                                """
                                        .formatted(WritingServer.CODE)))
                .as(what + ": half transactions")
                .isEmpty();
    }

    private void theAuditVerifies(DatabaseServer server, String what) {
        var findings = new ArrayList<AuditFinding>();
        try (var audit = new SealedAudit(server, keys, 2)) {
            var run = audit.verify(findings::add);

            assertThat(findings).as(what).isEmpty();
            assertThat(run.sound()).as(what).isTrue();
            assertThat(run.blocks()).as(what).isGreaterThanOrEqualTo(blocks);
            blocks = run.blocks();
        }
    }

    private void strike(Process program, Blow blow) throws Exception {
        var ready = new CompletableFuture<Boolean>();
        var listening = Thread.ofPlatform().start(() -> listen(program, ready));
        if (blow == Blow.WHILE_STARTING) {
            pause(LONGEST_STARTING_MILLIS);
        } else {
            assertThat(ready.get(START_LIMIT.toSeconds(), TimeUnit.SECONDS)).isTrue();
            pause(LONGEST_WRITING_MILLIS);
        }
        deal(blow, program);
        program.destroyForcibly().waitFor();
        listening.join();
    }

    private void deal(Blow blow, Process program) throws IOException, InterruptedException {
        var server = TestServer.serverProcesses(home);
        switch (blow) {
            case PROGRAM, WHILE_STARTING -> program.destroyForcibly().waitFor();
            case DATABASE -> {
                kill(postmaster());
                pause(LONGEST_STARTING_MILLIS);
            }
            case PROGRAM_THEN_DATABASE -> {
                program.destroyForcibly().waitFor();
                kill(postmaster());
            }
            case EVERY_PROCESS -> {
                server.forEach(KillingProgramAndDatabaseTests::kill);
                program.destroyForcibly().waitFor();
            }
            case ONE_BACKEND -> {
                kill(server.get(random.nextInt(server.size())));
                pause(LONGEST_WRITING_MILLIS);
            }
        }
    }

    private void listen(Process program, CompletableFuture<Boolean> ready) {
        try (var said = program.inputReader(StandardCharsets.UTF_8)) {
            for (var line = said.readLine(); line != null; line = said.readLine()) {
                if (line.equals(WritingServer.READY)) {
                    ready.complete(true);
                } else if (line.startsWith(WritingServer.CONFIRMED)) {
                    hear(line.substring(WritingServer.CONFIRMED.length()));
                }
            }
        } catch (IOException e) {
            // killed in the middle of a line
        }
        ready.complete(false);
    }

    /** A line that was cut off was not heard. */
    private void hear(String key) {
        if (key.length() == 36) {
            confirmed.add(key);
        }
    }

    private Process lightProgram() throws IOException {
        return JavaProcess.of(WritingServer.class, List.of(home.toString(), keys.toString()))
                .start();
    }

    private Process wholeProgram() throws IOException {
        var building =
                JavaProcess.of(
                        Jiping.class,
                        List.of(
                                "--server.port=0",
                                "--jiping.jobs.enabled=true",
                                "--logging.level.root=error",
                                "--spring.main.sources=" + WritingLoad.class.getName()));
        building.environment().put("JIPING_HOME", home.toString());
        building.environment().put("JIPING_KEYS", keys.toString());
        return building.start();
    }

    private long postmaster() throws IOException {
        var file = home.resolve("cluster/postmaster.pid");
        return Long.parseLong(Files.readAllLines(file).getFirst().strip());
    }

    private static void kill(long pid) {
        ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly);
    }

    private void pause(int longestMillis) throws InterruptedException {
        Thread.sleep(random.nextInt(longestMillis));
    }
}
