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
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A season whose program and database are killed again and again, and that goes on each time: in
 * the end it is the season nobody disturbed. As many blows as {@code season.blows} says.
 */
class KillingASeasonTests {
    private static final int BLOWS = Integer.getInteger("season.blows", 3);
    private static final int LONGEST_PLAYING_MILLIS = 1_500;
    private static final Duration LIMIT = Duration.ofMinutes(5);
    private static final String BEGUN = "2021-07-01";
    private static final String ENDED = "The season is played up to";

    @TempDir Path temporary;
    private final long seed = System.nanoTime();
    private final Random random = new Random(seed);

    /** A chapter as the program tells it when it begins with it. */
    private static final Pattern CHAPTER =
            Pattern.compile("SeasonPlay +: (\\d{4}-\\d\\d-\\d\\d .+)");

    @Test
    void endsAsIfNobodyHadDisturbedIt() throws Exception {
        var quiet = home("quiet");
        var chapters = play(quiet);
        var disturbed = home("disturbed");
        var seen = new HashSet<String>();
        for (var blow = 0; blow < BLOWS; blow++) {
            strike(disturbed, seen, (int) (chapters * (blow + random.nextDouble()) / BLOWS));
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

    /** To its end, and stopped in order; how many chapters it had. */
    private int play(Path home) throws Exception {
        var program = program(home);
        var seen = new HashSet<String>();
        var heard = listen(program, seen, Integer.MAX_VALUE);
        await(heard);
        program.destroy();
        assertThat(program.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS)).isTrue();
        return seen.size();
    }

    /**
     * The program, its database or both, a random moment after it began with that many chapters, so
     * that the blows fall on the whole season.
     */
    private void strike(Path home, Set<String> seen, int chapters) throws Exception {
        var program = program(home);
        var heard = listen(program, seen, chapters);
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

    /**
     * True as soon as so many chapters were begun in all, or the season is over; false if the
     * program ends before.
     */
    private static CompletableFuture<Boolean> listen(
            Process program, Set<String> seen, int chapters) {
        var heard = new CompletableFuture<Boolean>();
        Thread.ofPlatform()
                .start(() -> {
                    try (var said = program.inputReader(StandardCharsets.UTF_8)) {
                        for (var line = said.readLine(); line != null; line = said.readLine()) {
                            var chapter = CHAPTER.matcher(line);
                            if (chapter.find() && !heard.isDone()) {
                                seen.add(chapter.group(1));
                            }
                            if (seen.size() > chapters || line.contains(ENDED)) {
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
