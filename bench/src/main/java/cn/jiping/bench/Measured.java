package cn.jiping.bench;

import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;

/**
 * What a load came to: operations per second, the concurrency that was really reached (time spent
 * in operations over wall time), and percentiles in milliseconds.
 */
record Measured(
        String name,
        int workers,
        double perSecond,
        double concurrency,
        double p50,
        double p95,
        double p99,
        double longest) {
    static final String HEADER =
            """
            | what | workers | reached | per second | p50 ms | p95 ms | p99 ms | max ms |
            |---|--:|--:|--:|--:|--:|--:|--:|
            """;

    /** Of the time each operation took, in nanoseconds. */
    static Measured of(String name, int workers, Duration wall, long... took) {
        if (took.length == 0) {
            throw new IllegalStateException(name + " finished nothing in the measured time");
        }
        var sorted = took.clone();
        Arrays.sort(sorted);
        var seconds = wall.toNanos() / 1e9;
        return new Measured(
                name,
                workers,
                sorted.length / seconds,
                Arrays.stream(sorted).sum() / 1e9 / seconds,
                at(sorted, 0.50),
                at(sorted, 0.95),
                at(sorted, 0.99),
                at(sorted, 1));
    }

    private static double at(long[] sortedNanos, double share) {
        var index = (int) Math.ceil(share * sortedNanos.length) - 1;
        return sortedNanos[Math.max(0, index)] / 1e6;
    }

    String row() {
        return String.format(
                Locale.ROOT,
                "| %s | %d | %.1f | %,.0f | %.1f | %.1f | %.1f | %.1f |",
                name,
                workers,
                concurrency,
                perSecond,
                p50,
                p95,
                p99,
                longest);
    }
}
