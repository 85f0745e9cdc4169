package cn.jiping.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/** A closed load: so many workers, each asking again as soon as it was answered. */
final class Load {
    private final int workers;
    private final Duration warmUp;
    private final Duration measured;

    Load(int workers, Duration warmUp, Duration measured) {
        this.workers = workers;
        this.warmUp = warmUp;
        this.measured = measured;
    }

    /** What one worker does once; the argument is the worker's number. */
    interface Work {
        void once(int worker) throws Exception;
    }

    Measured run(String name, Work work) {
        var start = System.nanoTime();
        var measureFrom = start + warmUp.toNanos();
        var until = measureFrom + measured.toNanos();
        try (var threads = Executors.newFixedThreadPool(workers)) {
            var running =
                    IntStream.range(0, workers)
                            .mapToObj(worker ->
                                    threads.submit(() -> loop(worker, work, measureFrom, until)))
                            .toList();
            return Measured.of(name, workers, measured, collect(running));
        }
    }

    private static long[] loop(int worker, Work work, long measureFrom, long until)
            throws Exception {
        var took = new long[1 << 16];
        var count = 0;
        for (var begin = System.nanoTime(); begin < until; begin = System.nanoTime()) {
            work.once(worker);
            if (begin >= measureFrom) {
                if (count == took.length) {
                    took = Arrays.copyOf(took, count * 2);
                }
                took[count++] = System.nanoTime() - begin;
            }
        }
        return Arrays.copyOf(took, count);
    }

    private static long[] collect(List<Future<long[]>> running) {
        var parts = new ArrayList<long[]>();
        for (var future : running) {
            try {
                parts.add(future.get());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            } catch (ExecutionException e) {
                throw new IllegalStateException("A worker failed", e.getCause());
            }
        }
        return parts.stream().flatMapToLong(Arrays::stream).toArray();
    }
}
