package cn.jiping;

import cn.jiping.database.DemoData;
import cn.jiping.demo.StartingOver;
import java.time.Duration;
import java.time.LocalDate;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.event.ContextRefreshedEvent;
import org.springframework.core.env.PropertyResolver;

/**
 * 运行: serves until the program is told to end. Told so while it still starts, it gets ready first:
 * work broken off halfway would be told as a failure, and a true failure would be lost among it. A
 * demo may be asked to begin anew on empty tables; if they cannot be emptied it goes on with those
 * it has, and if it does not start again it tries until it does.
 */
final class Serving {
    private static final Logger LOG = LoggerFactory.getLogger(Serving.class);
    private static final String UNTIL = "--demo.until=";
    private static final Duration BEFORE_THE_NEXT_TRY = Duration.ofSeconds(5);

    private final CountDownLatch started = new CountDownLatch(1);
    private final CountDownLatch told = new CountDownLatch(1);
    private final Consumer<PropertyResolver> discard;
    private String[] arguments;
    private @Nullable ConfigurableApplicationContext program;
    private boolean failed;
    private boolean ending;

    Serving(String... arguments) {
        this(DemoData::discard, arguments);
    }

    /**
     * @param discard empties the tables of a demo that was ended
     */
    Serving(Consumer<PropertyResolver> discard, String... arguments) {
        this.discard = discard;
        this.arguments = arguments.clone();
    }

    void run() {
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().name("end").unstarted(this::end));
        try {
            start();
        } finally {
            started.countDown();
        }
    }

    private synchronized void start() {
        var application = new SpringApplication(Jiping.class);
        application.setRegisterShutdownHook(false);
        application.addListeners(new Offer());
        program = application.run(arguments);
    }

    /** As soon as there are pages: they would say that it cannot begin anew. */
    private final class Offer implements ApplicationListener<ContextRefreshedEvent> {
        @Override
        public void onApplicationEvent(ContextRefreshedEvent ready) {
            ready.getApplicationContext()
                    .getBeanProvider(StartingOver.class)
                    .ifAvailable(Serving.this::await);
        }
    }

    private void await(StartingOver demo) {
        demo.whenAsked(this::startOver);
        if (failed) {
            demo.lastTimeFailed();
        }
    }

    private void startOver(LocalDate until) {
        Thread.ofPlatform().name("start-over").daemon(false).start(() -> startOver(UNTIL + until));
    }

    private void startOver(String until) {
        if (!ended(until)) {
            return;
        }
        while (!startedAgain()) {
            pause();
        }
    }

    /** False if there was nothing to end any more. */
    private synchronized boolean ended(String until) {
        var running = program;
        if (running == null || ending) {
            return false;
        }
        LOG.info("The demo begins anew: {}", until);
        program = null;
        failed = !emptied(running);
        if (!failed) {
            arguments =
                    Stream.concat(
                                    Stream.of(arguments).filter(given -> !given.startsWith(UNTIL)),
                                    Stream.of(until))
                            .toArray(String[]::new);
        }
        return true;
    }

    private boolean emptied(ConfigurableApplicationContext running) {
        var environment = running.getEnvironment();
        try {
            running.close();
            discard.accept(environment);
            return true;
        } catch (RuntimeException e) {
            LOG.error("The demo cannot begin anew; it goes on with what it has", e);
            return false;
        }
    }

    /** True once it serves, or is not to serve any more. */
    private synchronized boolean startedAgain() {
        if (ending) {
            return true;
        }
        try {
            start();
            return true;
        } catch (RuntimeException e) {
            LOG.error(
                    "The demo did not start; it tries again in {} s",
                    BEFORE_THE_NEXT_TRY.toSeconds(),
                    e);
            return false;
        }
    }

    private void pause() {
        try {
            if (told.await(BEFORE_THE_NEXT_TRY.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.info("Told to end; it tries no more");
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void end() {
        told.countDown();
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
