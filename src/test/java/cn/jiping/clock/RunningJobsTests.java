package cn.jiping.clock;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jiping.database.TestServer;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.StaticListableBeanFactory;

class RunningJobsTests {
    @Test
    void twoProcessesOnOneDatabaseRunAJobOneAtATime() throws InterruptedException {
        var server = TestServer.freshDatabase();
        var atOnce = new AtomicInteger();
        var mostAtOnce = new AtomicInteger();
        var runs = new CountDownLatch(4);
        var job = new CountingJob(atOnce, mostAtOnce, runs);

        try (var one = server.pool(5);
                var two = server.pool(5)) {
            var processes = List.of(process(one, job), process(two, job));
            processes.forEach(Jobs::start);
            var ran = runs.await(30, TimeUnit.SECONDS);
            processes.forEach(Jobs::stop);

            assertThat(ran).isTrue();
            assertThat(mostAtOnce).hasValue(1);
        }
    }

    private static Jobs process(HikariDataSource pool, RecurringJob job) {
        var beans = new StaticListableBeanFactory();
        beans.addBean("job", job);
        return new Jobs(pool, beans.getBeanProvider(RecurringJob.class), true);
    }

    private record CountingJob(AtomicInteger atOnce, AtomicInteger mostAtOnce, CountDownLatch runs)
            implements RecurringJob {
        @Override
        public String name() {
            return "test.counting";
        }

        @Override
        public Duration every() {
            return Duration.ofMillis(10);
        }

        @Override
        public void run() {
            mostAtOnce.accumulateAndGet(atOnce.incrementAndGet(), Math::max);
            java.util.concurrent.locks.LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
            atOnce.decrementAndGet();
            runs.countDown();
        }
    }
}
