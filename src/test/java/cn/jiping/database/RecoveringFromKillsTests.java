package cn.jiping.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecoveringFromKillsTests {
    /** A fast stop of a server that recovers is given up only after a minute. */
    private static final Duration LEFT_TO_ITSELF = Duration.ofSeconds(45);

    @TempDir Path temporary;
    private Path home;

    /** A program of its own that starts the server, writes one row and waits to be killed. */
    static final class Victim {
        private Victim() {}

        public static void main(String[] arguments) throws Exception {
            var server = TestServer.embedded(Path.of(arguments[0]));
            Sql.asOwner(server, "create table kept (word text)");
            Sql.asOwner(server, "insert into kept values ('written')");
            System.out.println("ready " + server.pids());
            Thread.sleep(Long.MAX_VALUE);
        }
    }

    @BeforeEach
    void aProgramWorksInTheFolder() {
        home = temporary.resolve("home");
    }

    @Test
    void endsTheServerOfAKilledProgramAndStartsAnew() throws Exception {
        var victim = victim();
        var left = TestServer.serverProcesses(home);
        victim.destroyForcibly().waitFor();

        try (var server = TestServer.embedded(home)) {
            assertThat(left).isNotEmpty().noneMatch(RecoveringFromKillsTests::runs);
            assertThat(Sql.asOwner(server, "select word from kept")).containsExactly("written");
        }
        assertThat(TestServer.serverProcesses(home)).isEmpty();
    }

    @Test
    void startsAnewWhenTheServerWasKilledToo() throws Exception {
        var victim = victim();
        var postmaster = ProcessHandle.of(postmasterPid()).orElseThrow();
        victim.destroyForcibly().waitFor();
        postmaster.destroyForcibly();

        try (var server = TestServer.embedded(home)) {
            assertThat(Sql.asOwner(server, "select word from kept")).containsExactly("written");
        }
        assertThat(TestServer.serverProcesses(home)).isEmpty();
    }

    @Test
    void doesNotWaitForAServerThatRecoversFromTheDeathOfOneOfItsProcesses() throws Exception {
        var victim = victim();
        var left = TestServer.serverProcesses(home);
        var worker = left.stream().filter(pid -> pid != postmasterPid()).findFirst().orElseThrow();
        ProcessHandle.of(worker).orElseThrow().destroyForcibly();
        victim.destroyForcibly().waitFor();

        var starting = CompletableFuture.supplyAsync(() -> TestServer.embedded(home));
        try (var server = starting.get(LEFT_TO_ITSELF.toSeconds(), TimeUnit.SECONDS)) {
            assertThat(Sql.asOwner(server, "select word from kept")).containsExactly("written");
        }
        assertThat(left).noneMatch(RecoveringFromKillsTests::runs);
    }

    @Test
    void startsTheServerAgainWhenOnlyThatWasKilled() throws Exception {
        try (var server = TestServer.embedded(home)) {
            Sql.asOwner(server, "create table kept as select 'written' word");
            var url = server.url();
            ProcessHandle.of(postmasterPid()).orElseThrow().destroyForcibly();

            Awaitility.await()
                    .atMost(Duration.ofSeconds(60))
                    .ignoreExceptions()
                    .until(() -> Sql.asOwner(server, "select word from kept").contains("written"));
            assertThat(server.url()).isEqualTo(url);
        }
        assertThat(TestServer.serverProcesses(home)).isEmpty();
    }

    @Test
    void isNotMisledByANumberThatBelongsToSomebodyElse() throws Exception {
        TestServer.embedded(home).close();
        var bystander = new ProcessBuilder("sleep", "60").start();
        Files.writeString(
                home.resolve("cluster/postmaster.pid"),
                bystander.pid() + "\n" + home.resolve("cluster") + "\n1\n5432\n\n127.0.0.1\n");

        try (var server = TestServer.embedded(home)) {
            assertThat(Sql.asOwner(server, "select 1")).containsExactly("1");
            assertThat(bystander.isAlive()).isTrue();
        } finally {
            bystander.destroy();
        }
    }

    @Test
    void beginsAgainWhenTheFirstStartWasCutOff() throws IOException, SQLException {
        Files.createDirectories(home.resolve("cluster.new/base"));
        Files.writeString(home.resolve("cluster.new/PG_VERSION"), "18\n");
        Files.writeString(home.resolve("jiping.home"), "");

        try (var server = TestServer.embedded(home)) {
            assertThat(Sql.asOwner(server, "select 1")).containsExactly("1");
        }
    }

    private Process victim() throws IOException {
        var process = JavaProcess.of(Victim.class, List.of(home.toString())).start();
        JavaProcess.awaitLine(process, "ready");
        return process;
    }

    private long postmasterPid() {
        var file = home.resolve("cluster/postmaster.pid");
        try {
            return Long.parseLong(Files.readAllLines(file).getFirst());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean runs(long pid) {
        return ProcessHandle.of(pid)
                .filter(process -> process.info().command().isPresent())
                .isPresent();
    }
}
