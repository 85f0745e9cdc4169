package cn.jiping.demo;

import java.time.Duration;
import java.util.Collection;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** 众人: many people act at the same time; how far they are is told on the console. */
@InDemo
class Crowd {
    private static final Logger LOG = LoggerFactory.getLogger(Crowd.class);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(200);
    private static final int QUARTERS = 4;
    private static final int WORTH_TELLING = 200;

    private final int workers;
    private volatile boolean ended;

    Crowd(DemoSettings settings) {
        this.workers = settings.workers();
    }

    /** Nobody begins anything more; who is at it finishes the step. */
    void end() {
        ended = true;
    }

    boolean ended() {
        return ended;
    }

    /**
     * Everybody once, a few at a time.
     *
     * @throws CancellationException if the program ends meanwhile
     */
    <T> void each(String what, Collection<T> all, Consumer<T> act) {
        var done = new AtomicInteger();
        try (var executor =
                Executors.newFixedThreadPool(
                        workers, Thread.ofPlatform().name("demo-", 1).factory())) {
            var steps =
                    all.stream()
                            .map(one ->
                                    executor.submit(() -> {
                                        requireOn();
                                        act.accept(one);
                                        tell(what, done.incrementAndGet(), all.size());
                                    }))
                            .toList();
            for (var step : steps) {
                step.get();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException(what);
        } catch (ExecutionException e) {
            requireOn();
            throw new IllegalStateException(what, e.getCause());
        }
    }

    /**
     * Waits for what the platform does by itself.
     *
     * @throws IllegalStateException if it is not done in that time
     */
    void await(String what, Duration longest, BooleanSupplier done) {
        var end = System.nanoTime() + longest.toNanos();
        while (!done.getAsBoolean()) {
            requireOn();
            if (System.nanoTime() > end) {
                throw new IllegalStateException(what + " is not done within " + longest);
            }
            try {
                Thread.sleep(LOOK_AGAIN);
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
                throw new CancellationException(what);
            }
        }
    }

    void requireOn() {
        if (ended) {
            throw new CancellationException("The program ends");
        }
    }

    private static void tell(String what, int done, int all) {
        var quarter = Math.ceilDiv(all, QUARTERS);
        if (all >= WORTH_TELLING && (done % quarter == 0 || done == all)) {
            LOG.info("  {} {}/{}", what, done, all);
        }
    }
}
