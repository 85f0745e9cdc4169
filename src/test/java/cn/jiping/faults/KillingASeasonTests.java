package cn.jiping.faults;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jiping.Jiping;
import cn.jiping.database.JavaProcess;
import cn.jiping.database.TestServer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A season whose program and database are killed again and again, and that goes on each time: in
 * the end it is the season nobody disturbed. As many blows as {@code season.blows} says.
 */
class KillingASeasonTests {
    private static final int BLOWS = Integer.getInteger("season.blows", 3);
    private static final int LONGEST_PLAYING_MILLIS = 6_000;
    private static final Duration LIMIT = Duration.ofMinutes(5);
    private static final String BEGUN = "2021-07-01";
    private static final String ENDED = "The season is played up to";

    @TempDir Path temporary;
    private final long seed = System.nanoTime();
    private final Random random = new Random(seed);

    @Test
    void endsAsIfNobodyHadDisturbedIt() throws Exception {
        var quiet = home("quiet");
        play(quiet);
        var disturbed = home("disturbed");
        for (var blow = 1; blow <= BLOWS; blow++) {
            strike(disturbed);
        }
        play(disturbed);

        assertThat(read(disturbed)).as("seed %d", seed).isEqualTo(read(quiet));
        assertThat(read(quiet).get("certificates")).isNotEmpty();
    }

    private Path home(String name) throws IOException {
        return Files.createDirectory(temporary.resolve(name));
    }

    private static Map<String, List<String>> read(Path home) throws SQLException {
        try (var server = TestServer.embeddedIn(home)) {
            return SeasonLedger.read(server);
        }
    }

    /** To its end, and stopped in order. */
    private void play(Path home) throws Exception {
        var program = program(home);
        var heard = listen(program, ENDED);
        assertThat(heard.get(LIMIT.toSeconds(), TimeUnit.SECONDS)).isTrue();
        program.destroy();
        assertThat(program.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS)).isTrue();
    }

    /** The program, its database or both, a random moment after the play began or went on. */
    private void strike(Path home) throws Exception {
        var program = program(home);
        var heard = listen(program, "demo-season");
        await(heard);
        Thread.sleep(random.nextInt(LONGEST_PLAYING_MILLIS));
        if (random.nextBoolean()) {
            TestServer.serverProcesses(home).forEach(KillingASeasonTests::kill);
            Thread.sleep(random.nextInt(LONGEST_PLAYING_MILLIS) / 10);
        }
        program.destroyForcibly().waitFor();
    }

    private static void await(CompletableFuture<Boolean> heard)
            throws InterruptedException, ExecutionException, TimeoutException {
        assertThat(heard.get(LIMIT.toSeconds(), TimeUnit.SECONDS)).isTrue();
    }

    private static void kill(long pid) {
        ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly);
    }

    /** True as soon as a line holds the words; false if the program ends without them. */
    private static CompletableFuture<Boolean> listen(Process program, String words) {
        var heard = new CompletableFuture<Boolean>();
        Thread.ofPlatform()
                .start(() -> {
                    try (var said = program.inputReader(StandardCharsets.UTF_8)) {
                        for (var line = said.readLine(); line != null; line = said.readLine()) {
                            if (line.contains(words)) {
                                heard.complete(true);
                            }
                        }
                    } catch (IOException e) {
                        // killed in the middle of a line
                    }
                    heard.complete(false);
                });
        return heard;
    }

    private Process program(Path home) throws IOException {
        var building =
                JavaProcess.of(
                        Jiping.class,
                        List.of(
                                "--server.port=0",
                                "--spring.profiles.active=demo",
                                "--jiping.jobs.enabled=true",
                                "--jiping.clock.start=" + BEGUN + "T09:00:00",
                                "--jiping.account.code.resend-after=1ms",
                                "--demo.season=true",
                                "--demo.cities[0].city=330100",
                                "--demo.cities[0].welders=40",
                                "--demo.cities[0].guards=20",
                                "--demo.cities[0].inspectors=12",
                                "--demo.cities[1].city=330900",
                                "--demo.cities[1].welders=15",
                                "--demo.cities[1].guards=12",
                                "--demo.cities[1].inspectors=5"));
        building.environment().put("JIPING_HOME", home.toString());
        building.environment()
                .put(
                        "JIPING_KEYS",
                        temporary.resolve(home.getFileName() + "-keys.json").toString());
        return building.start();
    }
}
