package cn.jiping.testing;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

/** 同时: two do something at the same moment; both are begun before either is done. */
public final class Together {
    private Together() {}

    /** What came of the one and of the other; fails if either does. */
    public static <T> List<T> both(Callable<T> one, Callable<T> other) {
        var start = new CyclicBarrier(2);
        try (var pool = Executors.newFixedThreadPool(2)) {
            var begun =
                    Stream.of(one, other).map(each -> pool.submit(() -> at(start, each))).toList();
            return begun.stream().map(Together::result).toList();
        }
    }

    private static <T> T at(CyclicBarrier start, Callable<T> act) throws Exception {
        start.await();
        return act.call();
    }

    private static <T> T result(Future<T> done) {
        try {
            return done.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new AssertionError(e.getCause());
        }
    }

    /** Two clicks on the same button. */
    public static void twice(Runnable act) {
        Callable<Boolean> click =
                () -> {
                    act.run();
                    return true;
                };
        both(click, click);
    }
}
