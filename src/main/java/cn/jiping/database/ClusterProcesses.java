package cn.jiping.database;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The PostgreSQL processes that work on one cluster, known by what the system says about them and
 * never by a number in a file: a killed server leaves that file behind, and its number may belong
 * to somebody else by now.
 */
final class ClusterProcesses {
    private static final Logger LOG = LoggerFactory.getLogger(ClusterProcesses.class);
    private static final Duration FAST_STOP = Duration.ofSeconds(60);
    private static final Duration IMMEDIATE_STOP = Duration.ofSeconds(10);
    private static final Duration BY_THEMSELVES = Duration.ofSeconds(5);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(10);

    private final Path cluster;
    private final String title;

    ClusterProcesses(Path cluster, String clusterName) {
        this.cluster = cluster;
        this.title = "postgres: " + clusterName + ":";
    }

    private record Found(long pid, boolean postmaster) {}

    List<Long> pids() {
        return find().stream().map(Found::pid).toList();
    }

    /**
     * Stops what is left of a program that was killed; returns whether there was anything. At once
     * and by its journal, for a fast stop never ends while the server recovers from the death of
     * one of its processes; nobody's open transaction is worth waiting for.
     */
    boolean endLeftBehind() throws IOException {
        var left = pids();
        if (!left.isEmpty()) {
            LOG.warn("Ending a PostgreSQL server left behind by a killed program: {}", left);
            endAtOnce();
        }
        // Nobody works on the cluster any more, whoever the number in the file belongs to.
        Files.deleteIfExists(cluster.resolve("postmaster.pid"));
        return !left.isEmpty();
    }

    /** Fast stop: open transactions are rolled back, everything confirmed is on disk. */
    void end() throws IOException {
        var postmasters = find().stream().filter(Found::postmaster).toList();
        for (var postmaster : postmasters) {
            signal("INT", postmaster.pid());
        }
        if (!gone(postmasters.isEmpty() ? BY_THEMSELVES : FAST_STOP)) {
            endAtOnce();
        }
    }

    /** Immediate stop: everything confirmed is in the journal, which the next start replays. */
    private void endAtOnce() throws IOException {
        for (var pid : pids()) {
            signal("QUIT", pid);
        }
        if (gone(IMMEDIATE_STOP)) {
            return;
        }
        for (var pid : pids()) {
            signal("KILL", pid);
        }
        if (!gone(IMMEDIATE_STOP)) {
            throw new DatabaseUnavailable(
                    "PostgreSQL processes of " + cluster + " do not end: " + pids(),
                    "End them by hand, then start again.");
        }
    }

    private boolean gone(Duration limit) {
        var until = System.nanoTime() + limit.toNanos();
        while (!find().isEmpty()) {
            if (System.nanoTime() > until || Thread.currentThread().isInterrupted()) {
                return false;
            }
            LockSupport.parkNanos(LOOK_AGAIN.toNanos());
        }
        return true;
    }

    private List<Found> find() {
        var found = new ArrayList<Found>();
        try (var processes = Files.newDirectoryStream(Path.of("/proc"), "[0-9]*")) {
            for (var process : processes) {
                look(process, found);
            }
        } catch (IOException e) {
            throw new DatabaseUnavailable(
                    "The list of processes in /proc cannot be read", "Mount /proc.", e);
        }
        return found;
    }

    private void look(Path process, List<Found> found) {
        var pid = Long.parseLong(process.getFileName().toString());
        var words = words(pid);
        if (postmaster(words)) {
            found.add(new Found(pid, true));
        } else if (words.getFirst().startsWith(title)) {
            found.add(new Found(pid, false));
        }
    }

    boolean servedBy(long pid) {
        return postmaster(words(pid));
    }

    private boolean postmaster(List<String> words) {
        return words.getFirst().endsWith("/postgres") && words.contains(cluster.toString());
    }

    /** Its command line; one empty word if it ended or waits to be cleared away. */
    private static List<String> words(long pid) {
        try {
            var line = Files.readAllBytes(Path.of("/proc", Long.toString(pid), "cmdline"));
            return List.of(new String(line, StandardCharsets.UTF_8).split("\0", -1));
        } catch (IOException e) {
            return List.of("");
        }
    }

    private static void signal(String signal, long pid) throws IOException {
        var process =
                new ProcessBuilder("sh", "-c", "kill -s \"$1\" \"$2\"", "sh", signal, "" + pid)
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start();
        try {
            process.waitFor(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
