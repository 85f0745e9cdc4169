package cn.jiping.exam;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jiping.plan.SessionId;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Somebody holds the final numbers of a session; whoever comes meanwhile queues, each in a thread.
 */
final class HeldNumbers implements AutoCloseable {
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final int MOST = 4;

    private final ExecutorService people = Executors.newFixedThreadPool(MOST);
    private final CountDownLatch over = new CountDownLatch(1);
    private final JdbcClient jdbc;
    private final Future<?> holder;
    private int queued;

    HeldNumbers(ApplicationContext context, SessionId session) throws InterruptedException {
        jdbc = context.getBean(JdbcClient.class);
        var held = new CountDownLatch(1);
        var store = context.getBean(FinalNumbersStore.class);
        var transaction = context.getBean(TransactionTemplate.class);
        holder =
                people.submit(() ->
                        transaction.executeWithoutResult(_ -> {
                            store.lockFinal(session);
                            held.countDown();
                            await(over);
                        }));
        held.await();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /** Begins the act, and comes back once it waits behind those before it. */
    Future<?> meanwhile(Runnable act) throws InterruptedException {
        var begun = people.submit(act);
        queued++;
        var until = System.nanoTime() + LIMIT.toNanos();
        while (waiting() < queued) {
            assertThat(System.nanoTime()).as("%d wait", queued).isLessThan(until);
            Thread.sleep(20);
        }
        return begun;
    }

    private int waiting() {
        return jdbc.sql(
                        """
                        select count(*) from pg_stat_activity
                        where datname = current_database() and wait_event_type = 'Lock'
                        """)
                .query(Integer.class)
                .single();
    }

    /** Lets them go on, one after the other. */
    void letGo() throws ExecutionException, InterruptedException, TimeoutException {
        over.countDown();
        done(holder);
    }

    /** Waits for an act to end; throws what it threw. */
    static void done(Future<?> act)
            throws ExecutionException, InterruptedException, TimeoutException {
        act.get(LIMIT.toSeconds(), TimeUnit.SECONDS);
    }

    @Override
    public void close() {
        over.countDown();
        people.shutdownNow();
    }
}
