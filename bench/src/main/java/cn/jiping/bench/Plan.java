package cn.jiping.bench;

import java.time.Duration;

/** How long each load runs before it is measured and while it is, and how often all of it. */
record Plan(Duration warmUp, Duration measured, int rounds) {
    private static final int USUAL_SECONDS = 10;
    private static final int USUAL_ROUNDS = 3;

    /** From {@code BENCH_SECONDS} and {@code BENCH_ROUNDS}; a third as long again to warm up. */
    static Plan asAskedFor() {
        var seconds = number("BENCH_SECONDS", USUAL_SECONDS);
        return new Plan(
                Duration.ofSeconds(Math.ceilDiv(seconds, 3)),
                Duration.ofSeconds(seconds),
                number("BENCH_ROUNDS", USUAL_ROUNDS));
    }

    private static int number(String name, int usual) {
        var given = System.getenv(name);
        var number = given == null || given.isBlank() ? usual : Integer.parseInt(given.strip());
        if (number < 1) {
            throw new IllegalArgumentException(name + " must be at least 1");
        }
        return number;
    }

    /** The warm-up alone. */
    Plan brief() {
        return new Plan(Duration.ZERO, warmUp, 1);
    }

    Load load(int workers) {
        return new Load(workers, warmUp, measured);
    }

    @Override
    public String toString() {
        return "%d s to warm up, %d s measured, %d rounds"
                .formatted(warmUp.toSeconds(), measured.toSeconds(), rounds);
    }
}
