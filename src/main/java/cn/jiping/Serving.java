package cn.jiping;

import cn.jiping.database.DemoData;
import cn.jiping.demo.StartingOver;
import java.time.LocalDate;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * 运行: serves until the program is told to end. Told so while it still starts, it gets ready first:
 * work broken off halfway would be told as a failure, and a true failure would be lost among it. A
 * demo may be asked to begin anew on empty tables.
 */
final class Serving {
    private static final Logger LOG = LoggerFactory.getLogger(Serving.class);
    private static final String UNTIL = "--demo.until=";

    private final CountDownLatch started = new CountDownLatch(1);
    private final String[] arguments;
    private @Nullable ConfigurableApplicationContext program;
    private boolean ending;

    Serving(String... arguments) {
        this.arguments = arguments.clone();
    }

    void run() {
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().name("end").unstarted(this::end));
        try {
            start(arguments);
        } finally {
            started.countDown();
        }
    }

    private synchronized void start(String... with) {
        var application = new SpringApplication(Jiping.class);
        application.setRegisterShutdownHook(false);
        var running = application.run(with);
        program = running;
        running.getBeanProvider(StartingOver.class)
                .ifAvailable(demo -> demo.whenAsked(this::startOver));
    }

    private void startOver(LocalDate until) {
        Thread.ofPlatform().name("start-over").daemon(false).start(() -> startOver(UNTIL + until));
    }

    private synchronized void startOver(String until) {
        var running = program;
        if (running == null || ending) {
            return;
        }
        LOG.info("The demo begins anew: {}", until);
        var environment = running.getEnvironment();
        running.close();
        DemoData.discard(environment);
        start(
                Stream.concat(
                                Stream.of(arguments).filter(given -> !given.startsWith(UNTIL)),
                                Stream.of(until))
                        .toArray(String[]::new));
    }

    private void end() {
        if (started.getCount() > 0) {
            LOG.info("Told to end while starting; ends as soon as it is ready");
        }
        try {
            started.await();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        close();
    }

    private synchronized void close() {
        ending = true;
        var running = program;
        if (running != null) {
            running.close();
        }
    }
}
